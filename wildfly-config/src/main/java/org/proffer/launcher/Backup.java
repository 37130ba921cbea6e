package org.proffer.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadVerifier;
import org.proffer.ledger.HeadsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code proffer backup}: a copy of everything the portal keeps, made while it runs. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Copies database, vault, keys and heads into one file while the portal runs.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the backup is complete", "1:there is none"})
final class Backup implements Callable<Integer> {
  /** Name of the audit log in its heads. */
  static final String AUDIT = "proffer/audit";

  /** The file of known heads beside the backups. */
  static final String KNOWN_HEADS = "audit.heads";

  /** What the build or the next start makes anew, and the database, which is copied by itself. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "database",
          "database-unfinished",
          "keycloak",
          "postgresql",
          "server",
          "logs",
          "lock",
          "VERSION");

  /** Copied between start and end of the database's backup: no head vouches for later rows. */
  private static final String HEADS = "ledger";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Parameters(
      paramLabel = "PLACE",
      description = "The file to write, or a folder, in which the name is made of the time.")
  private Path place = Path.of("");

  @Option(names = "--home", paramLabel = "FOLDER", description = "The portal's data folder.")
  private Path home = Path.of(System.getProperty("user.home"), ".proffer");

  @Mixin private SealOptions options = new SealOptions();

  @Override
  @SuppressWarnings("try") // the database need only run
  public Integer call() throws IOException, SQLException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Path data = home.toAbsolutePath().normalize();
    BackupSeal seal = options.seal();
    Path given = place.toAbsolutePath().normalize();
    Path file =
        Files.isDirectory(given)
            ? given.resolve(
                "proffer-" + TIME.format(now) + ".tar.gz" + (seal == null ? "" : ".sealed"))
            : given;
    if (!Files.exists(data.resolve("VERSION"))) {
      throw new CannotStart(
          "There is no data folder of Proffer in " + data + ": give it with --home.");
    }
    if (file.startsWith(data)) {
      throw new CannotStart(
          "A backup inside " + data + " would be lost with it: choose another place.");
    }
    if (runs(data)) {
      recorded(data, file, now, seal);
    } else {
      try (DataFolder folder = DataFolder.open(data);
          Database database = Database.start(folder)) {
        recorded(folder.path(), file, now, seal);
      }
    }
    return 0;
  }

  /** Writes the backup; that it failed is in the audit log too, if that can still be written. */
  private static void recorded(Path data, Path file, Instant now, @Nullable BackupSeal seal)
      throws IOException, SQLException {
    try {
      write(data, file, now, seal);
    } catch (IOException | SQLException | CannotStart e) {
      try (Connection superuser = Cluster.connect(data, "proffer")) {
        AuditNote.write(superuser, "BACK_UP", "FAILED", e.getClass().getSimpleName());
      } catch (IOException | SQLException notRecorded) {
        e.addSuppressed(notRecorded);
      }
      throw e;
    }
  }

  private static boolean runs(Path data) {
    try (Connection connection = Cluster.connect(data, "postgres")) {
      return connection.isValid(5);
    } catch (IOException | SQLException | IndexOutOfBoundsException no) {
      return false;
    }
  }

  private static void write(Path data, Path file, Instant now, @Nullable BackupSeal seal)
      throws IOException, SQLException {
    Path ledger = data.resolve(HEADS);
    Head list;
    String head;
    try (BackupFile backup = BackupFile.begin(file, seal)) {
      backup.file("VERSION", data.resolve("VERSION"));
      try (Cluster cluster = Cluster.startBackup(data, file.getFileName().toString())) {
        cluster.copyFiles(backup);
        head = newestHead(ledger);
        copy(ledger, HEADS, backup);
        cluster.finish(backup);
      }
      for (Path other : entries(data)) {
        String name = other.getFileName().toString();
        if (!LEFT_OUT.contains(name) && !name.equals(HEADS)) {
          copy(other, name, backup);
        }
      }
      list = backup.finish(HeadsFile.signer(ledger, "audit", BackupFile.ORIGIN), now);
    }
    HeadsFile.append(file.resolveSibling(KNOWN_HEADS), head);
    Head audit = Head.parse(head.substring(0, head.lastIndexOf("\n\n") + 1));
    try (Connection superuser = Cluster.connect(data, "proffer")) {
      AuditNote.write(
          superuser,
          "BACK_UP",
          "DONE",
          "files=" + list.size() + " root=" + list.root() + " auditSize=" + audit.size());
    }
    System.out.println(
        file
            + "\n"
            + (Files.size(file) >> 10)
            + " KiB, "
            + list.size()
            + " files, audit log up to entry "
            + audit.size()
            + " of "
            + audit.at()
            + (seal == null
                ? ". Not sealed: it belongs on an encrypted disk, or give --seal-key."
                : ". Sealed."));
  }

  /** The newest head of the audit log. */
  private static String newestHead(Path ledger) throws IOException {
    HeadVerifier verifier = new HeadVerifier(AUDIT, HeadsFile.readKey(ledger.resolve("audit.pub")));
    List<String> notes = HeadsFile.read(ledger.resolve("audit.heads"), verifier);
    if (notes.isEmpty()) {
      throw new CannotStart("The audit log has no head yet: start the portal once.");
    }
    return notes.get(notes.size() - 1);
  }

  private static void copy(Path file, String name, BackupFile to) throws IOException {
    if (Files.isDirectory(file)) {
      to.folder(name + "/");
      for (Path entry : entries(file)) {
        copy(entry, name + "/" + entry.getFileName(), to);
      }
    } else if (!name.startsWith("vault/arriving/")) {
      to.file(name, file);
    }
  }

  /** One folder of the vault holds few files: they are spread over 65,536 folders. */
  private static List<Path> entries(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return StreamSupport.stream(entries.spliterator(), false).sorted().toList();
    }
  }
}
