package org.proffer.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    description = "Checks messages: .eml files, folders, mbox, ZIP and GZIP.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing violated", "1:something violated", "2:an input could not be read"})
final class Check implements Callable<Integer> {
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

  private final Deque<Future<Result>> running = new ArrayDeque<>();
  private long messages;
  private boolean violated;
  private boolean unread;

  /** A checked message and where it stands. */
  record Result(String source, long offset, long length, CheckedMessage message) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
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
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      BufferedWriter out =
          new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16);
      Report report = report(out);
      Inputs inputs =
          new Inputs(
              (source, offset, bytes) -> {
                messages++;
                running.add(
                    pool.submit(
                        () ->
                            new Result(
                                source,
                                offset,
                                bytes.length,
                                check.check(ByteSource.of(bytes), recorded, asOf, today))));
                if (running.size() >= 64) {
                  write(report);
                }
              },
              this::complain);
      for (Path path : paths) {
        long before = messages;
        inputs.read(path);
        if (messages == before) {
          complain(path.toString(), "no message was found there: check the path.");
        }
      }
      while (!running.isEmpty()) {
        write(report);
      }
      report.end();
      out.flush();
    } finally {
      pool.shutdownNow();
    }
    return unread ? 2 : violated ? 1 : 0;
  }

  private Report report(Appendable out) {
    return switch (format) {
      case TEXT -> new TextReport(out);
      case NDJSON -> new NdjsonReport(out);
      case SARIF -> new SarifReport(out);
      case JUNIT -> new JunitReport(out);
    };
  }

  private void write(Report report) throws IOException {
    try {
      Result result = running.remove().get();
      violated |=
          result.message().findings().stream().anyMatch(f -> f.verdict() == Verdict.VIOLATED);
      report.add(result);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the engine failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  private void complain(String source, String what) {
    unread = true;
    System.err.println(source + ": " + what);
  }
}
