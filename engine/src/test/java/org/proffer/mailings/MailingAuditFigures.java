package org.proffer.mailings;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Measures the audit of ten million sends against one million requests, and compares the findings
 * on a sample of addresses with those of every pair decided one by one. Run by hand:
 *
 * <pre>java -Xmx1g -cp ... org.proffer.mailings.MailingAuditFigures FOLDER [SENDS REQUESTS]</pre>
 */
final class MailingAuditFigures {
  private static final Instant FIRST = Instant.parse("2026-01-05T00:00:00Z");

  private MailingAuditFigures() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int sends = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000_000;
    int requests = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000_000;
    Path sendLog = folder.resolve("sends-" + sends + ".csv");
    Path optOuts = folder.resolve("opt-outs-" + requests + ".csv");
    Path suppressions = folder.resolve("suppressions-" + requests + ".csv");
    if (!Files.exists(sendLog)) {
      write(sendLog, optOuts, suppressions, sends, requests);
    }
    AuditSettings settings =
        new AuditSettings(
            "Acme",
            ZoneId.of("America/New_York"),
            ZoneId.of("UTC"),
            "",
            true,
            true,
            LocalDate.of(2026, 12, 1));
    Map<ListKind, ListSource> lists = new HashMap<>();
    lists.put(ListKind.SENDS, source(ListKind.SENDS, sendLog));
    lists.put(ListKind.OPT_OUTS, source(ListKind.OPT_OUTS, optOuts));
    lists.put(ListKind.SUPPRESSIONS, source(ListKind.SUPPRESSIONS, suppressions));
    long begun = System.nanoTime();
    Set<String> found = new HashSet<>();
    long[] hits = {0};
    AuditTally tally =
        MailingAudit.of(
            settings,
            lists,
            hit -> {
              hits[0]++;
              if (hit.requirement().equals("SUP-01") && isOfSample(hit.address())) {
                found.add(hit.line() + " " + hit.verdict());
              }
            },
            () -> false);
    System.out.printf(
        "%,d sends, %,d requests: %.1f s, %,d findings, heap at most %,d MB%n",
        tally.rows(ListKind.SENDS),
        tally.rows(ListKind.OPT_OUTS),
        Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0,
        hits[0],
        Runtime.getRuntime().maxMemory() >> 20);
    System.out.println(tally.findings() + " in time " + tally.sendsInTime());
    Set<String> expected = new HashSet<>();
    OnePairAtATime.findings(
        settings, sendLog, optOuts, MailingAuditFigures::isOfSample, expected::add);
    System.out.printf(
        "sample: %,d findings one by one, equal: %s%n", expected.size(), expected.equals(found));
    if (!expected.equals(found)) {
      throw new AssertionError("the findings differ");
    }
  }

  private static boolean isOfSample(String address) {
    return Math.floorMod(address.hashCode(), 50) == 7;
  }

  private static ListSource source(ListKind kind, Path file) throws IOException {
    return ListSource.guessed(kind, () -> Files.newInputStream(file));
  }

  private static void write(Path sendLog, Path optOuts, Path suppressions, int sends, int requests)
      throws IOException {
    Random random = new Random(20261201);
    int people = Math.max(requests * 3, 10);
    try (BufferedWriter out = Files.newBufferedWriter(optOuts);
        BufferedWriter left = Files.newBufferedWriter(suppressions)) {
      out.write("address,received_at,scope,channel\n");
      left.write("address,suppressed_at,list\n");
      for (int i = 0; i < requests; i++) {
        int who = i * 3;
        Instant at = FIRST.plusSeconds(random.nextInt(120 * 86_400));
        out.write(
            address(who) + "," + at + "," + (random.nextInt(20) == 0 ? "News" : "") + ",page\n");
        left.write(address(who) + "," + at.plusSeconds(random.nextInt(14 * 86_400)) + ",\n");
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(sendLog)) {
      out.write("address,sent_at,kind,sent_by,message_id\n");
      for (int i = 0; i < sends; i++) {
        int who = random.nextInt(people);
        boolean objector = who % 3 == 0 && who / 3 < requests;
        // Most who objected are left out; one send of fifty to them is made all the same.
        if (objector && random.nextInt(50) != 0) {
          who++;
        }
        Instant at = FIRST.plusSeconds(random.nextInt(150 * 86_400));
        out.write(
            address(who)
                + ","
                + at
                + ","
                + (random.nextInt(4) == 0 ? "News" : "Offers")
                + ",Mailer,m"
                + i
                + "\n");
      }
    }
  }

  private static String address(int who) {
    return "person"
        + who
        + "@"
        + List.of("home.example", "mail.example", "work.example").get(who % 3);
  }
}
