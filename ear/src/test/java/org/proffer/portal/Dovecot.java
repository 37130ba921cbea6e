package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A real IMAP server (Debian: dovecot-imapd) with one mailbox of one person. */
final class Dovecot implements AutoCloseable {
  static final String LOGIN = "victim";
  static final String PASSWORD = "open sesame";
  private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
  private static final String CONFIGURATION =
      """
      base_dir = %1$s/run
      state_dir = %1$s/run
      log_path = %1$s/log
      protocols = imap
      listen = 127.0.0.1
      ssl = yes
      ssl_cert = <%2$s/localhost.pem
      ssl_key = <%2$s/localhost.key
      disable_plaintext_auth = no
      mail_location = maildir:%1$s/mail/%%u
      first_valid_uid = 1
      auth_failure_delay = 0
      passdb {
        driver = passwd-file
        args = scheme=plain %1$s/users
      }
      userdb {
        driver = static
        args = uid=mail gid=mail home=%1$s/mail/%%u
      }
      service imap-login {
        inet_listener imap {
          port = %3$d
        }
        inet_listener imaps {
          port = %4$d
          ssl = yes
        }
      }
      """;

  private final Path folder;
  private final Process process;

  private Dovecot(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** Whether it can be started here: it needs root, and to be installed. */
  static boolean isPossible() {
    return Files.exists(PROGRAM)
        && "root".equals(System.getProperty("user.name"))
        && TestCertificates.isPossible();
  }

  /** Starts it at its places, with messages that nobody has seen, but every third, that was. */
  static Dovecot start(MailServerPlaces places, List<byte[]> messages)
      throws IOException, InterruptedException {
    TestCertificates certificates = TestCertificates.ofAllTests();
    certificates.certify("localhost", "subjectAltName=DNS:localhost");
    Path folder =
        Files.createTempDirectory(
            "dovecot",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Files.createDirectory(folder.resolve("run"));
    Files.writeString(folder.resolve("users"), LOGIN + ":{PLAIN}" + PASSWORD + "\n");
    Path mail = folder.resolve("mail").resolve(LOGIN);
    for (String part : List.of("cur", "new", "tmp")) {
      Files.createDirectories(mail.resolve(part));
    }
    for (int i = 0; i < messages.size(); i++) {
      Files.write(
          mail.resolve("cur").resolve((1_000_000_000 + i) + ".m.host:2," + (i % 3 == 2 ? "S" : "")),
          messages.get(i));
    }
    assertThat(
            new ProcessBuilder("chown", "-R", "mail:mail", folder.resolve("mail").toString())
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
    Path configuration =
        Files.writeString(
            folder.resolve("dovecot.conf"),
            CONFIGURATION.formatted(folder, certificates.folder(), places.plain(), places.tls()));
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "-F", "-c", configuration.toString())
            .inheritIO()
            .start();
    Dovecot started = new Dovecot(folder, process);
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!answers(places.tls())) {
      assertThat(process.isAlive() && System.nanoTime() < until).as(started.log()).isTrue();
      LockSupport.parkNanos(100_000_000);
    }
    return started;
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Names, with flags, and bytes of all messages, as they lie on the server's disk. */
  String mailbox() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String part : List.of("cur", "new")) {
      try (Stream<Path> files = Files.list(folder.resolve("mail").resolve(LOGIN).resolve(part))) {
        for (Path file : files.sorted().toList()) {
          all.append(part).append('/').append(file.getFileName()).append('\n');
          all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return all.toString();
  }

  /** Makes the server forget its numbers: the next connection finds another UIDVALIDITY. */
  void numbersAnew() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("mail").resolve(LOGIN))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("dovecot")) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** What it says for itself. */
  String log() throws IOException {
    Path log = folder.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
