package org.proffer.portal;

import jakarta.json.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.proffer.generator.GeneratedMessage;
import org.proffer.generator.RingMailbox;
import org.proffer.portal.benchmark.MessageReviewFigures;

/**
 * What importing a generated mailbox takes: {@code ImportFigures FOLDER MESSAGES}. Starts a portal
 * on the folder (which is emptied), writes one mbox into its folder of arrivals, imports it, and
 * prints each half minute and at the end: messages, rate, processor time and memory of the server,
 * processor time of the database, load of the machine; then bytes a message, and the time of lists,
 * searches and single messages. Give an mbox in place of the number to import that instead.
 */
public final class ImportFigures {
  private static final double TICKS = 100.0; // of /proc, a second

  private ImportFigures() {}

  /** Ends with 1 when the import does not complete with as many messages as were counted. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    System.setProperty("proffer.it.folder", folder.toString());
    Portal portal = Portal.on(folder);
    Api paralegal = new Api(portal, "paralegal").logIn();
    Path mailbox = folder.resolve("incoming").resolve("mailbox.mbox");
    Files.createDirectories(mailbox.getParent());
    if (arguments[1].matches("\\d+")) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mailbox), 1 << 20)) {
        new RingMailbox(42, Integer.parseInt(arguments[1])).writeMbox(out);
      }
    } else {
      Files.copy(Path.of(arguments[1]), mailbox);
    }
    System.out.printf(Locale.ROOT, "mailbox of %,d bytes%n", Files.size(mailbox));
    String caseId = paralegal.openCase("Figures");
    long began = System.nanoTime();
    String item =
        Api.json(
                paralegal
                    .post(
                        "/cases/" + caseId + "/evidence/from-folder",
                        "{\"folder\":\""
                            + folder.resolve("incoming")
                            + "\",\"path\":\"mailbox.mbox\"}")
                    .body())
            .getString("id");
    say("received in", began);
    long server = pid(folder.resolve("server").resolve("server.pid"));
    long database = pid(folder.resolve("database").resolve("postmaster.pid"));
    double serverBefore = processor(server);
    double databaseBefore = family(database);
    began = System.nanoTime();
    String id =
        Api.json(
                paralegal
                    .post("/cases/" + caseId + "/imports", "{\"evidenceId\":\"" + item + "\"}")
                    .body())
            .getString("id");
    JsonObject now = paralegal.read("/imports/" + id);
    for (long next = 0; !now.getBoolean("ended"); now = paralegal.read("/imports/" + id)) {
      if (System.nanoTime() - began > next) {
        next += Duration.ofSeconds(30).toNanos();
        line(
            now,
            began,
            processor(server) - serverBefore,
            family(database) - databaseBefore,
            server);
      }
      LockSupport.parkNanos(500_000_000);
    }
    line(now, began, processor(server) - serverBefore, family(database) - databaseBefore, server);
    System.out.println(now);
    long messages = now.getJsonNumber("messages").longValue();
    System.out.printf(
        Locale.ROOT,
        "%,d messages; the table of messages takes %,d bytes a message with its indexes%n",
        messages,
        PortalDatabase.count(
                "select pg_total_relation_size('proffer.message') where ? is not null", caseId)
            / Math.max(1, messages));
    times(portal, caseId);
    portal.stop();
    System.exit(messages == now.getJsonNumber("plannedMessages").longValue() ? 0 : 1);
  }

  private static void times(Portal portal, String caseId) throws Exception {
    List<String> senders =
        new RingMailbox(42, 40).messages().map(GeneratedMessage::sender).toList();
    Map<String, IntFunction<String>> searches = new LinkedHashMap<>();
    searches.put("a sender", n -> "from:" + senders.get(n));
    searches.put("a link of many", n -> "url:homeloans.example");
    searches.put("an IP address", "ip:198.51.100.%d"::formatted);
    searches.put("a frequent word", n -> "broker");
    searches.put("two frequent words", n -> "buy shares");
    searches.put("a frequent word and a day", "buy date:2004-02-%02d"::formatted);
    searches.put("a phrase", n -> "\"strong buy\"");
    searches.put("words near each other", n -> "broker w/5 buy");
    searches.put("the beginning of a word", n -> "ref*");
    searches.put("a word of the subject", n -> "subject:alert");
    searches.put("a verdict and a word", n -> "verdict:violated broker");
    searches.put("a requirement", n -> "violated:DIS-03");
    searches.put("not coded, a domain", n -> "coded:no domain:homeloans.example");
    searches.put("a word that is nowhere", "zzyzx%d"::formatted);
    MessageReviewFigures.measure(
        portal.address(), "paralegal", portal.password("paralegal"), caseId, searches, "buy");
  }

  private static void say(String what, long began) {
    System.out.printf(Locale.ROOT, "%s %.1f s%n", what, (System.nanoTime() - began) / 1e9);
  }

  private static void line(
      JsonObject now, long began, double serverSeconds, double databaseSeconds, long server)
      throws IOException {
    double seconds = (System.nanoTime() - began) / 1e9;
    long messages = now.getJsonNumber("messages").longValue();
    System.out.printf(
        Locale.ROOT,
        "%.0f s: %,d messages, %.0f a second; processor seconds: server %.1f, database %.1f (%.2f ms a message); server %d MB; load %s%n",
        seconds,
        messages,
        messages / seconds,
        serverSeconds,
        databaseSeconds,
        1000 * (serverSeconds + databaseSeconds) / Math.max(1, messages),
        resident(server),
        Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
  }

  static long pid(Path file) throws IOException {
    return Long.parseLong(Files.readAllLines(file).get(0).strip());
  }

  private static String[] stat(long pid) throws IOException {
    String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return line.substring(line.lastIndexOf(')') + 2).split(" ");
  }

  static double processor(long pid) throws IOException {
    String[] stat = stat(pid);
    return (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) / TICKS;
  }

  /** A process, the children it has, and those that have ended. */
  static double family(long pid) throws IOException {
    String[] stat = stat(pid);
    double all = processor(pid) + (Long.parseLong(stat[13]) + Long.parseLong(stat[14])) / TICKS;
    for (ProcessHandle child : ProcessHandle.of(pid).orElseThrow().children().toList()) {
      try {
        all += processor(child.pid());
      } catch (IOException e) {
        continue; // it has just ended
      }
    }
    return all;
  }

  private static long resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
