package org.proffer.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proffer.check.CheckedMessage;
import org.proffer.check.FactsFile;
import org.proffer.check.FactsRefused;
import org.proffer.check.MessageCheck;
import org.proffer.law.Verdict;
import org.proffer.mail.ByteSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code proffer check}: every message of files, folders, mailboxes and ZIP archives. Exit code 0:
 * nothing violated; 1: something violated; 2: an input could not be read. The order of the output
 * does not depend on the threads.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks messages: .eml files, folders, mbox, ZIP, TAR, GZIP, BZIP2 and XZ.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing violated", "1:something violated", "2:an input could not be read"})
final class Check implements Callable<Integer> {
  // Raw; decoded and analysed, a message holds several times its bytes.
  private static final long MOST_BYTES = 16L << 20;

  /** How findings are written. */
  enum Format {
    /** For a person. */
    TEXT,
    /** One JSON object a line. */
    NDJSON,
    /** SARIF 2.1.0. */
    SARIF,
    /** JUnit XML. */
    JUNIT
  }

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "What to check.")
  private List<Path> paths = List.of();

  @Option(
      names = "--format",
      description = "text, ndjson, sarif or junit (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day whose law applies, instead of the day each message was sent.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--facts",
      paramLabel = "FACTS.json",
      description = "What is recorded beyond the messages: consents, requests, probes.")
  private @Nullable Path facts;

  @Mixin private DnsOptions dns = new DnsOptions();

  @Option(names = "--threads", description = "Threads (default: one a core).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--progress",
      negatable = true,
      defaultValue = "${sys:proffer.progress:-false}",
      fallbackValue = "true",
      description = "Says on the error output how far it is (default: where that is a terminal).")
  private boolean progress;

  private @Nullable Progress shown;
  private long read;
  private long done;
  private long doneBytes;
  private boolean violated;
  private boolean unread;

  /**
   * A checked message and where it stands.
   *
   * @param source the path as given; inside an archive {@code archive.zip!/path}
   * @param offset of the message in its file
   * @param line of its first byte in its file, from 1
   * @param raw the bytes of the message, held in memory
   */
  record Result(String source, long offset, int line, ByteSource raw, CheckedMessage message) {}

  @Override
  public Integer call() throws IOException {
    FactsFile recorded;
    try {
      recorded = facts == null ? FactsFile.NONE : FactsFile.read(facts);
    } catch (FactsRefused | IOException e) {
      complain(String.valueOf(facts), e.getMessage() + " Nothing was checked.");
      return 2;
    }
    MessageCheck check;
    try {
      check = new MessageCheck(dns.read());
    } catch (IllegalArgumentException | IOException e) {
      complain("--dns", e.getMessage() + " Nothing was checked.");
      return 2;
    }
    if (progress) {
      shown = new Progress(System.err, System::nanoTime, Inputs.bytes(paths));
    }
    BufferedWriter out =
        new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16);
    Report report = report(out);
    try (InFlight inFlight = new InFlight(threads, MOST_BYTES, result -> add(result, report))) {
      check(inFlight, check, recorded);
      inFlight.finish();
    } finally {
      if (shown != null) {
        shown.clear();
      }
    }
    report.end();
    out.flush();
    return unread ? 2 : violated ? 1 : 0;
  }

  private void check(InFlight inFlight, MessageCheck check, FactsFile recorded) throws IOException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Inputs inputs =
        new Inputs(
            (source, offset, line, bytes) -> {
              read++;
              ByteSource raw = ByteSource.of(bytes);
              inFlight.add(
                  bytes.length,
                  () ->
                      new Result(
                          source, offset, line, raw, check.check(raw, recorded, asOf, today)));
            },
            this::complain);
    for (Path path : paths) {
      long before = read;
      inputs.read(path);
      if (read == before) {
        complain(path.toString(), "no message was found there: check the path.");
      }
    }
  }

  private Report report(Appendable out) {
    return switch (format) {
      case TEXT -> new TextReport(out);
      case NDJSON -> new NdjsonReport(out);
      case SARIF -> new SarifReport(out);
      case JUNIT -> new JunitReport(out);
    };
  }

  private void add(Result result, Report report) throws IOException {
    violated |= result.message().findings().stream().anyMatch(f -> f.verdict() == Verdict.VIOLATED);
    report.add(result);
    done++;
    doneBytes += result.raw().length();
    if (shown != null) {
      shown.at(done, doneBytes);
    }
  }

  private void complain(String source, String what) {
    unread = true;
    if (shown != null) {
      shown.clear();
    }
    System.err.println(source + ": " + what);
  }
}
