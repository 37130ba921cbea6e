package org.proffer.portal;

import jakarta.json.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.proffer.generator.RingMailbox;

/**
 * The import beside notmuch on the same messages: {@code NotmuchFigures FOLDER MAIL}, where MAIL is
 * a folder with one message a file. The folder is emptied. In turn, {@value #ROUNDS} times: notmuch
 * indexes the files into a new database; the portal, which has imported {@value #BEFORE} generated
 * messages before so that it is compiled, imports them as one mbox into a new case. Prints messages
 * a second from the order to the end, and processor seconds.
 */
public final class NotmuchFigures {
  private static final int ROUNDS = 3;
  private static final int BEFORE = 20_000;
  private static final byte[] SEPARATOR =
      "From figures@proffer.example Thu Jan  1 00:00:00 1970\n".getBytes(StandardCharsets.US_ASCII);

  private final Path folder;
  private final Path mail;
  private final Portal portal;
  private final Api paralegal;

  private NotmuchFigures(Path folder, Path mail) throws Exception {
    this.folder = folder;
    this.mail = mail;
    System.setProperty("proffer.it.folder", folder.toString());
    this.portal = Portal.on(folder);
    this.paralegal = new Api(portal, "paralegal").logIn();
    Files.createDirectories(folder.resolve("incoming"));
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    new NotmuchFigures(
            Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath())
        .run();
    System.exit(0);
  }

  private void run() throws Exception {
    Path before = folder.resolve("incoming").resolve("before.mbox");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(before), 1 << 20)) {
      new RingMailbox(42, BEFORE).writeMbox(out);
    }
    portal("before, generated", before.getFileName().toString());
    int messages = writeMbox(folder.resolve("incoming").resolve("mail.mbox"));
    for (int round = 1; round <= ROUNDS; round++) {
      double notmuch = notmuch(messages);
      double portal = portal("round " + round, "mail.mbox");
      System.out.printf(
          Locale.ROOT,
          "round %d: notmuch %.0f, portal %.0f messages a second: %.1f times; load %s%n",
          round,
          notmuch,
          portal,
          portal / notmuch,
          Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }
    portal.stop();
  }

  /** The messages in the mboxrd form; gives how many there are. */
  private int writeMbox(Path mbox) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mbox), 1 << 20);
        Stream<Path> files = Files.walk(mail)) {
      List<Path> messages = files.filter(Files::isRegularFile).sorted().toList();
      for (Path message : messages) {
        String text = new String(Files.readAllBytes(message), StandardCharsets.ISO_8859_1);
        out.write(SEPARATOR);
        out.write(text.replaceAll("(?m)^(>*From )", ">$1").getBytes(StandardCharsets.ISO_8859_1));
        out.write('\n');
        if (!text.endsWith("\n")) {
          out.write('\n');
        }
      }
      return messages.size();
    }
  }

  private double notmuch(int messages) throws Exception {
    Path home = Files.createTempDirectory("notmuch");
    Path files = Files.createDirectories(home.resolve("mail"));
    copy(files);
    Path settings = home.resolve("config");
    Files.writeString(
        settings,
        "[database]\npath="
            + files
            + "\n[user]\nname=figures\nprimary_email=figures@proffer.example\n[new]\ntags=new\n");
    Path times = home.resolve("times");
    ProcessBuilder program =
        new ProcessBuilder(
            "/usr/bin/time", "-f", "%e %U %S", "-o", times.toString(), "notmuch", "new", "--quiet");
    program.environment().put("NOTMUCH_CONFIG", settings.toString());
    program.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    long began = System.nanoTime();
    if (program.start().waitFor() != 0) {
      throw new IllegalStateException("notmuch failed on " + files);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    String[] took = Files.readString(times).strip().split(" ");
    System.out.printf(
        Locale.ROOT,
        "notmuch: %,d messages in %.2f s; processor seconds %.2f%n",
        messages,
        seconds,
        Double.parseDouble(took[1]) + Double.parseDouble(took[2]));
    delete(home);
    return messages / seconds;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(mail)) {
      int n = 0;
      for (Path message : files.filter(Files::isRegularFile).sorted().toList()) {
        Files.copy(message, to.resolve("m" + ++n));
      }
    }
  }

  private double portal(String name, String file) throws Exception {
    String caseId = paralegal.openCase("Figures, " + name);
    String item =
        Api.json(
                paralegal
                    .post(
                        "/cases/" + caseId + "/evidence/from-folder",
                        "{\"folder\":\""
                            + folder.resolve("incoming")
                            + "\",\"path\":\""
                            + file
                            + "\"}")
                    .body())
            .getString("id");
    long server = ImportFigures.pid(folder.resolve("server").resolve("server.pid"));
    long database = ImportFigures.pid(folder.resolve("database").resolve("postmaster.pid"));
    double serverBefore = ImportFigures.processor(server);
    double databaseBefore = ImportFigures.family(database);
    long began = System.nanoTime();
    String id =
        Api.json(
                paralegal
                    .post("/cases/" + caseId + "/imports", "{\"evidenceId\":\"" + item + "\"}")
                    .body())
            .getString("id");
    JsonObject now = paralegal.read("/imports/" + id);
    while (!now.getBoolean("ended")) {
      LockSupport.parkNanos(20_000_000);
      now = paralegal.read("/imports/" + id);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    long messages = now.getJsonNumber("messages").longValue();
    System.out.printf(
        Locale.ROOT,
        "portal, %s: %,d messages, %s, in %.2f s; processor seconds: server %.2f, database %.2f%n",
        name,
        messages,
        now.getString("state"),
        seconds,
        ImportFigures.processor(server) - serverBefore,
        ImportFigures.family(database) - databaseBefore);
    return messages / seconds;
  }
}
