package org.proffer.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadVerifier;
import org.proffer.ledger.HeadsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code proffer restore}: a backup becomes a data folder, after everything in it was verified
 * beside the place where it is to be.
 */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Makes a data folder from a backup, once all of it is verified.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the folder is there and whole", "1:there is none"})
final class Restore implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BACKUP", description = "The file proffer backup wrote.")
  private Path backup = Path.of("");

  @Parameters(index = "1", paramLabel = "FOLDER", description = "The data folder to make.")
  private Path home = Path.of("");

  @Option(
      names = "--heads",
      paramLabel = "FILE",
      description =
          "Signed heads of the audit log kept elsewhere, besides audit.heads beside the backup.")
  private List<Path> heads = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "audit.pub, obtained on another way than the backup.")
  private @Nullable Path key;

  @Option(
      names = "--accept-older",
      paramLabel = "REASON",
      description = "Restores although later entries of the audit log are known; recorded there.")
  private @Nullable String reason;

  @Mixin private SealOptions options = new SealOptions();

  @Override
  public Integer call() throws IOException, SQLException {
    Path target = home.toAbsolutePath().normalize();
    Path from = backup.toAbsolutePath().normalize();
    if (!Files.isRegularFile(from)) {
      throw new CannotStart("There is no backup " + from + ".");
    }
    if (Files.exists(target)) {
      throw new CannotStart(target + " is there already: a restore overwrites nothing.");
    }
    Path beside = target.resolveSibling(target.getFileName() + ".restoring");
    clear(beside);
    Files.createDirectories(beside);
    DataFolder.ownerOnly(beside);
    Head list = BackupReader.unpack(from, beside, key, options.seal());
    long objects = new RestoredData(beside.resolve("vault")).hashVault();
    Audited audited = verify(beside, from, list);
    Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    System.out.println(
        target
            + "\n"
            + list.size()
            + " files as signed at "
            + list.at()
            + ", "
            + objects
            + " vault objects hashed, audit log of "
            + audited.entries()
            + " entries up to the head of "
            + audited.head().at()
            + ".");
    return 0;
  }

  private record Audited(long entries, Head head) {}

  @SuppressWarnings("try") // the database need only run
  private Audited verify(Path beside, Path from, Head list) throws IOException, SQLException {
    Path ledger = beside.resolve("ledger");
    HeadVerifier verifier =
        new HeadVerifier(
            Backup.AUDIT, HeadsFile.readKey(key == null ? ledger.resolve("audit.pub") : key));
    List<Head> own = read(ledger.resolve("audit.heads"), verifier);
    List<Head> known = known(from, verifier);
    Head last = own.get(own.size() - 1);
    Optional<Head> newest = known.stream().max(Comparator.comparingLong(Head::size));
    try (DataFolder folder = DataFolder.open(beside);
        Database database = Database.start(folder);
        Connection superuser = Cluster.connect(beside, "proffer")) {
      LogCheck log = new LogCheck();
      own.forEach(log::expect);
      known.forEach(log::expect);
      long entries = log.read(superuser);
      if (last.size() > entries) {
        throw new CannotStart(
            "The audit log has " + entries + " entries; a head was signed over " + last.size());
      }
      CustodyCheck.read(ledger, superuser);
      RestoredData data = new RestoredData(folder.sub("vault"));
      data.readTables(superuser);
      data.matchVault(superuser);
      boolean older = newest.isPresent() && newest.get().size() > entries;
      if (reason == null && older) {
        throw new CannotStart(
            "This backup is older than what is known: its audit log ends at entry "
                + entries
                + ", and a head of "
                + newest.get().at()
                + " was signed over "
                + newest.get().size()
                + ". Take a newer backup, or say why not with --accept-older REASON.");
      }
      if (reason == null && newest.isEmpty()) {
        throw new CannotStart(
            "No signed heads are known, so that nobody can tell whether this backup is the newest:"
                + " give them with --heads FILE, or say why there are none with --accept-older REASON.");
      }
      AuditNote.write(
          superuser,
          older || newest.isEmpty() ? "RESTORE_OLDER" : "RESTORE",
          "DONE",
          "backup="
              + list.root()
              + newest.map(head -> " known=" + head.size() + " " + head.root()).orElse("")
              + (reason == null ? "" : " reason=" + reason));
      return new Audited(entries, last);
    }
  }

  private List<Head> known(Path from, HeadVerifier verifier) throws IOException {
    List<Head> known = new ArrayList<>(read(from.resolveSibling(Backup.KNOWN_HEADS), verifier));
    for (Path file : heads) {
      List<Head> given = read(file, verifier);
      if (given.isEmpty()) {
        throw new CannotStart("There are no heads in " + file + ".");
      }
      known.addAll(given);
    }
    return known;
  }

  private static List<Head> read(Path file, HeadVerifier verifier) throws IOException {
    return HeadsFile.read(file, verifier).stream()
        .flatMap(note -> verifier.verify(note).stream())
        .toList();
  }

  /**
   * Removes what an interrupted restore left behind, with the database it may have left running.
   */
  private static void clear(Path beside) throws IOException {
    if (!Files.exists(beside)) {
      return;
    }
    DataFolder.open(beside).close(); // what is not ours, or in use, is not removed
    Path data = beside.resolve("database");
    Commands.stopLeftover(data.resolve("postmaster.pid"), data.toString(), "INT");
    try (Stream<Path> files = Files.walk(beside)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
