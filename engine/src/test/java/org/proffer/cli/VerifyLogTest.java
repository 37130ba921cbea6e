package org.proffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.MerkleTree;
import org.proffer.ledger.TreeHash;

class VerifyLogTest {
  private static final String ORIGIN = "proffer/audit";

  @TempDir private Path folder;
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void makeExport() throws IOException {
    MerkleTree tree = new MerkleTree();
    for (int i = 0; i < 11; i++) {
      tree.append(TreeHash.ofLeaf(("entry " + i).getBytes(StandardCharsets.UTF_8)));
    }
    String note =
        HeadsFile.open(folder, "audit", ORIGIN)
            .append(new Head(ORIGIN, 11, tree.root(11), Instant.EPOCH));
    lines.add("{\"head\":\"" + note.replace("\n", "\\n") + "\"}");
    for (int i = 0; i < 11; i++) {
      String proof =
          tree.inclusion(i, 11).stream()
              .map(hash -> "\"" + hash + "\"")
              .collect(Collectors.joining(","));
      lines.add("{\"place\":" + i + ",\"leaf\":\"entry " + i + "\",\"proof\":[" + proof + "]}");
    }
  }

  private int verify(String... more) throws IOException {
    Path export = Files.write(folder.resolve("export.ndjson"), lines);
    List<String> args =
        new ArrayList<>(
            List.of(
                "verify-log", export.toString(), "--key", folder.resolve("audit.pub").toString()));
    args.addAll(List.of(more));
    return Proffer.run(args.toArray(String[]::new));
  }

  @Test
  void anHonestExportIsProven() throws IOException {
    assertThat(verify()).isZero();
    assertThat(verify("--heads", folder.resolve("audit.heads").toString())).isZero();
  }

  @Test
  void aPartOfTheLogIsProvenToo() throws IOException {
    lines.subList(3, 7).clear();
    assertThat(verify()).isZero();
  }

  @Test
  void aChangedEntryIsNotProven() throws IOException {
    lines.set(5, lines.get(5).replace("entry 4", "entry X"));
    assertThat(verify()).isEqualTo(1);
  }

  @Test
  void anEntryAtAnotherPlaceOrTwiceIsNotProven() throws IOException {
    lines.set(5, lines.get(5).replace("\"place\":4", "\"place\":5"));
    assertThat(verify()).isEqualTo(1);
    makeAgain();
    lines.add(lines.get(3));
    assertThat(verify()).isEqualTo(1);
  }

  private void makeAgain() throws IOException {
    lines.clear();
    makeExport();
  }

  @Test
  void aHeadOfAnotherKeyOrAnotherLogOrNoneIsRefused() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    HeadsFile.open(other, "audit", ORIGIN);
    Path export = Files.write(folder.resolve("export.ndjson"), lines);
    assertThat(
            Proffer.run(
                "verify-log", export.toString(), "--key", other.resolve("audit.pub").toString()))
        .isEqualTo(1);
    assertThat(verify("--origin", "proffer/custody")).isEqualTo(1);
    lines.remove(0);
    assertThat(verify()).isEqualTo(1);
  }

  @Test
  void aHeadThatNobodyKeptIsRefused() throws IOException {
    Path none = folder.resolve("none.heads");
    assertThat(verify("--heads", none.toString())).isEqualTo(1);
  }
}
