package org.proffer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadVerifier;
import org.proffer.ledger.HeadsFile;
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

  @Override
  public Integer call() throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    HeadVerifier verifier = new HeadVerifier(origin, HeadsFile.readKey(key));
    try (BufferedReader lines = Files.newBufferedReader(export)) {
      String first = lines.readLine();
      String note = first == null ? null : ProvenLine.read(first).head();
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
      ProvenLine line = ProvenLine.read(text);
      if (!line.isUnder(head) || !places.add(line.place())) {
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
}
