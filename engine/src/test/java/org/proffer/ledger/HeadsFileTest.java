package org.proffer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsFileTest {
  private static final String ORIGIN = "proffer.example/audit";

  @TempDir private Path folder;
  private HeadsFile heads;

  @BeforeEach
  void open() throws IOException {
    heads = HeadsFile.open(folder, "audit", ORIGIN);
  }

  private static Head head(long size) {
    return new Head(
        ORIGIN, size, TreeHash.ofLeaf(new byte[] {(byte) size}), Instant.ofEpochSecond(size));
  }

  @Test
  void theKeyThatSignsIsForTheOwnerOnly() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("audit.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void headsOutliveAStartWithTheSameKey() throws IOException {
    assertThat(heads.last()).isEmpty();
    heads.append(head(1));
    String second = heads.append(head(2));

    HeadsFile again = HeadsFile.open(folder, "audit", ORIGIN);

    assertThat(again.notes()).hasSize(2).endsWith(second);
    assertThat(again.last()).contains(head(2));
    assertThat(again.verifier()).isEqualTo(heads.verifier());
  }

  @Test
  void aHeadCutOffByACrashIsLeftOut() throws IOException {
    heads.append(head(1));
    String second = heads.append(head(2));
    Path file = folder.resolve("audit.heads");
    String text = Files.readString(file);
    for (int cut = 1; cut <= second.length(); cut++) {
      Files.writeString(file, text.substring(0, text.length() - cut));
      assertThat(heads.last()).as("without the last %s", cut).contains(head(1));
      HeadsFile afterCrash = HeadsFile.open(folder, "audit", ORIGIN);
      afterCrash.append(head(3));
      assertThat(afterCrash.last()).contains(head(3));
    }
  }

  @Test
  void aForgedHeadIsNamed() throws IOException {
    heads.append(head(1));
    Files.writeString(
        folder.resolve("audit.heads"), head(2).text() + "\n\n\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> heads.notes())
        .hasMessageContaining("Head 2")
        .hasMessageContaining("not signed");
  }

  @Test
  void headsWithoutTheirKeyAreNotContinuedWithANewOne() throws IOException {
    heads.append(head(1));
    Files.delete(folder.resolve("audit.key"));
    assertThatThrownBy(() -> HeadsFile.open(folder, "audit", ORIGIN))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no key");
  }
}
