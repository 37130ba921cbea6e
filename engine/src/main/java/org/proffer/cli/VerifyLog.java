package org.proffer.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadVerifier;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.Proofs;
import org.proffer.ledger.TreeHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code proffer verify-log}: whether every entry of an export stands under its signed head. */
@Command(
    name = "verify-log",
    mixinStandardHelpOptions = true,
    description = "Checks an export of the audit log without the portal that made it.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every entry is proven", "1:something is not", "2:it could not be read"})
final class VerifyLog implements Callable<Integer> {
  private static final int PROVEN = 0;
  private static final int FALSE = 1;

  @Parameters(paramLabel = "EXPORT", description = "The export with proofs (NDJSON).")
  private Path export = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The key that checks heads, obtained on another way than the export.")
  private Path key = Path.of("");

  @Option(
      names = "--heads",
      paramLabel = "FILE",
      description = "Signed heads kept before: the export's head must be one of them.")
  private @Nullable Path heads;

  @Option(
      names = "--origin",
      defaultValue = "proffer/audit",
      paramLabel = "NAME",
      description = "Name of the log (default: ${DEFAULT-VALUE}).")
  private String origin = "";

  /** A line of the export: the head, or an entry with its proof. */
  private record Line(
      @Nullable String head, long place, @Nullable String leaf, List<TreeHash> proof) {}

  @Override
  public Integer call() throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    HeadVerifier verifier = new HeadVerifier(origin, HeadsFile.readKey(key));
    try (BufferedReader lines = Files.newBufferedReader(export)) {
      String first = lines.readLine();
      String note = first == null ? null : line(first).head();
      Optional<Head> head = note == null ? Optional.empty() : verifier.verify(note);
      if (note == null || head.isEmpty()) {
        out.println("FALSE: the export does not begin with a head of " + origin + " by this key.");
        return FALSE;
      }
      if (heads != null && !HeadsFile.read(heads, verifier).contains(note)) {
        out.println("FALSE: the head of the export is none of the heads in " + heads + ".");
        return FALSE;
      }
      return entries(lines, head.get(), out);
    }
  }

  private static int entries(BufferedReader lines, Head head, PrintStream out) throws IOException {
    Set<Long> places = new HashSet<>();
    int wrong = 0;
    int number = 1;
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      number++;
      Line line = line(text);
      if (line.leaf() == null || !proven(line, line.leaf(), head) || !places.add(line.place())) {
        out.println("FALSE: line " + number + ", place " + line.place() + " is not proven.");
        wrong++;
      }
    }
    out.println(
        (wrong == 0 ? "PROVEN: " : "FALSE: ")
            + places.size()
            + " of the "
            + head.size()
            + " entries under the head of "
            + head.at()
            + ", root "
            + head.root()
            + ".");
    return wrong == 0 ? PROVEN : FALSE;
  }

  private static boolean proven(Line line, String leaf, Head head) {
    return Proofs.included(
        TreeHash.ofLeaf(leaf.getBytes(StandardCharsets.UTF_8)),
        line.place(),
        head.size(),
        line.proof(),
        head.root());
  }

  private static Line line(String text) throws IOException {
    String head = null;
    String leaf = null;
    long place = -1;
    List<TreeHash> proof = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(text)) {
      while (json.nextToken() != null) {
        if (json.currentToken() != JsonToken.FIELD_NAME) {
          continue;
        }
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "head" -> head = json.getText();
          case "leaf" -> leaf = json.getText();
          case "place" -> place = json.getLongValue();
          case "proof" -> {
            while (json.nextToken() == JsonToken.VALUE_STRING) {
              proof.add(TreeHash.parse(json.getText()));
            }
          }
          default -> json.skipChildren();
        }
      }
    } catch (IllegalArgumentException e) {
      return new Line(head, place, null, List.of()); // a hash that is none proves nothing
    }
    return new Line(head, place, leaf, proof);
  }
}
