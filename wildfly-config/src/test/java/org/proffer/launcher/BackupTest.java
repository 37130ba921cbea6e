package org.proffer.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proffer.ledger.Frontier;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.LoggedAct;

/** Backup and restore on a database that runs, with everything the portal would have written. */
class BackupTest {
  private static final Instant TIME = Instant.parse("2026-03-02T09:00:00.123456Z");

  private static Path home;
  private static DataFolder folder;
  private static Database database;
  private static Frontier log = Frontier.EMPTY;
  private static int items;

  @TempDir Path temp;
  private Path backups;

  @BeforeAll
  static void aPortalWithACase(@TempDir Path place) throws Exception {
    home = place.resolve("home");
    folder = DataFolder.open(home);
    database = Database.start(folder);
    try (Connection superuser = Cluster.connect(home, "proffer");
        Statement statement = superuser.createStatement()) {
      statement.execute("set search_path = proffer; set proffer.migrating = on");
      statement.execute("set role proffer");
      statement.execute("create table flyway_schema_history (version text, success boolean)");
      for (Path script : scripts()) {
        statement.execute(Files.readString(script));
      }
      statement.execute(
          "insert into case_file (id, title, court, status, opened_at, opened_by, version)"
              + " values ('00000000-0000-0000-0000-000000000001', 'x', 'x', 'OPEN', now(), 'x', 0)");
    }
    receive("the first mailbox".getBytes(StandardCharsets.UTF_8));
    act("OPEN_CASE");
    act("ADD_EVIDENCE");
    sign();
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../ejb/src/main/resources/db/migration"))) {
      return files
          .sorted(
              java.util.Comparator.comparingInt(
                  file ->
                      Integer.parseInt(
                          file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"))))
          .toList();
    }
  }

  @BeforeEach
  void aPlaceForBackups() throws IOException {
    backups = Files.createDirectory(temp.resolve("backups"));
  }

  @AfterAll
  static void stop() {
    database.close();
    folder.close();
  }

  private static String receive(byte[] bytes) throws IOException, SQLException {
    String sha256 = HexFormat.of().formatHex(BackupFile.sha256().digest(bytes));
    Path place =
        folder
            .sub("vault")
            .resolve("sha256")
            .resolve(sha256.substring(0, 2))
            .resolve(sha256.substring(2, 4))
            .resolve(sha256);
    Files.createDirectories(place.getParent());
    Files.write(place.resolveSibling("arriving"), bytes);
    Files.move(place.resolveSibling("arriving"), place, StandardCopyOption.ATOMIC_MOVE);
    try (Connection superuser = Cluster.connect(home, "proffer");
        PreparedStatement insert =
            superuser.prepareStatement(
                "insert into proffer.evidence_item (id, case_id, number, title, file_name, content,"
                    + " sha256, length, received_at, received_by, holder, version) values"
                    + " (?, '00000000-0000-0000-0000-000000000001', ?, 'x', 'x', 'MBOX', ?, ?, now(), 'x', 'x', 0)")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setInt(2, ++items);
      insert.setString(3, sha256);
      insert.setLong(4, bytes.length);
      insert.executeUpdate();
    }
    return sha256;
  }

  /** An entry of the audit log with its place, as the portal's keeper gives it. */
  private static void act(String action) throws IOException, SQLException {
    try (Connection superuser = Cluster.connect(home, "proffer");
        PreparedStatement insert =
            superuser.prepareStatement(
                "insert into proffer.audit_entry (at, actor, action, object_type, object_id, outcome, detail)"
                    + " values (?::timestamptz, 'prosecutor', ?, 'case', '1', 'DONE', 'é \"x\"') returning id")) {
      insert.setString(1, TIME.toString());
      insert.setString(2, action);
      long id;
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        id = row.getLong(1);
      }
      LoggedAct act =
          new LoggedAct(
              id,
              TIME,
              "prosecutor",
              action,
              null,
              "case",
              "1",
              "DONE",
              "é \"x\"",
              null,
              null,
              null,
              null,
              null);
      try (PreparedStatement leaf =
          superuser.prepareStatement("insert into proffer.audit_leaf values (?, ?, ?)")) {
        leaf.setLong(1, log.size());
        leaf.setLong(2, id);
        leaf.setBytes(3, act.hash().bytes());
        leaf.executeUpdate();
      }
      log = log.append(act.hash());
    }
  }

  private static void sign() throws IOException {
    HeadsFile.open(folder.sub("ledger"), "audit", Backup.AUDIT)
        .append(new Head(Backup.AUDIT, log.size(), log.root(), TIME));
  }

  /** Changes a row as somebody could who is past the triggers. */
  private static void change(String actor) throws IOException, SQLException {
    try (Connection superuser = Cluster.connect(home, "proffer");
        Statement statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(
          "update proffer.audit_entry set actor = '" + actor + "' where action = 'OPEN_CASE'");
    }
  }

  private record Said(int code, String text) {}

  private static synchronized Said run(String... args) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream to = new PrintStream(text, true, StandardCharsets.UTF_8);
    System.setOut(to);
    System.setErr(to);
    try {
      return new Said(Maintenance.run(args), text.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Path backUp(String name) {
    Path file = backups.resolve(name);
    Said said = run("backup", "--home", home.toString(), file.toString());
    assertThat(said.code()).as(said.text()).isZero();
    return file;
  }

  private Said restore(Path backup, String... options) {
    return run(
        Stream.concat(
                Stream.of("restore"),
                Stream.concat(
                    Stream.of(options),
                    Stream.of(backup.toString(), temp.resolve("restored").toString())))
            .toArray(String[]::new));
  }

  @SuppressWarnings("try") // the database need only run
  private static String ask(Path where, String query) throws Exception {
    try (DataFolder other = DataFolder.open(where);
        Database restored = Database.start(other);
        Connection superuser = Cluster.connect(where, "proffer");
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "nothing";
    }
  }

  @Test
  void aBackupTakenWhileEvidenceArrivesIsRestoredWithEqualHeadsAndTheRestoreIsInTheAuditLog()
      throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    Thread arriving =
        new Thread(
            () -> {
              Random random = new Random(7);
              byte[] bytes = new byte[300_000];
              while (!enough.get()) {
                random.nextBytes(bytes);
                try {
                  receive(bytes);
                  act("ADD_EVIDENCE");
                  sign();
                } catch (IOException | SQLException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    arriving.start();
    Path backup = backUp("a.tar.gz");
    enough.set(true);
    arriving.join();

    Said said = restore(backup);

    assertThat(said.code()).as(said.text()).isZero();
    Path restored = temp.resolve("restored");
    String all = Files.readString(home.resolve("ledger/audit.heads"));
    String copied = Files.readString(restored.resolve("ledger/audit.heads"));
    assertThat(all).startsWith(copied);
    assertThat(copied).contains(Files.readString(backups.resolve("audit.heads")));
    assertThat(
            ask(
                restored,
                "select action || detail from proffer.audit_entry order by id desc limit 1"))
        .startsWith("RESTOREbackup=");
    assertThat(restored.resolve("server")).doesNotExist();
    assertThat(Files.getPosixFilePermissions(restored.resolve("keys/database-owner"))).hasSize(2);
  }

  @Test
  void aKilledBackupLeavesNothingThatLooksFinishedAndTheNextOneIsWhole() throws Exception {
    byte[] large = new byte[96 << 20];
    new Random(11).nextBytes(large);
    receive(large);
    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Maintenance.class.getName(),
                "backup",
                "--home",
                home.toString(),
                backups.toString())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("killed.log").toFile())
            .start();
    Path unfinished = backups.resolve(".proffer-backup.unfinished");
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (killed.isAlive()
        && System.nanoTime() < until
        && (!Files.exists(unfinished) || Files.size(unfinished) < (20 << 20))) {
      Thread.onSpinWait();
    }
    assertThat(killed.isAlive()).as(Files.readString(temp.resolve("killed.log"))).isTrue();
    killed.destroyForcibly().waitFor();

    assertThat(backups).isDirectoryNotContaining("glob:**.tar.gz");
    assertThat(backups.resolve("audit.heads")).doesNotExist();
    assertThat(restore(unfinished).text()).contains("is cut off or damaged");
    assertThat(temp.resolve("restored")).doesNotExist();

    Path backup = backUp("whole.tar.gz");
    assertThat(unfinished).doesNotExist();
    Said said = restore(backup);
    assertThat(said.code()).as(said.text()).isZero();
    assertThat(Files.readString(temp.resolve("restored/ledger/audit.heads")))
        .isEqualTo(Files.readString(home.resolve("ledger/audit.heads")));
  }

  @Test
  void anOlderBackupIsKnownAsOlderAndComesBackOnlyWithAReasonThatIsRecorded() throws Exception {
    Path older = backUp("older.tar.gz");
    act("SEAL_CASE");
    sign();
    backUp("newer.tar.gz");

    Said refused = restore(older);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.text()).contains("older than what is known", "signed over " + log.size());
    assertThat(temp.resolve("restored")).doesNotExist();

    Said accepted = restore(older, "--accept-older", "the newer one burned");
    assertThat(accepted.code()).as(accepted.text()).isZero();
    assertThat(
            ask(
                temp.resolve("restored"),
                "select detail from proffer.audit_entry where action = 'RESTORE_OLDER'"))
        .contains("known=" + log.size() + " ", "reason=the newer one burned");
  }

  @Test
  void withoutKnownHeadsNobodySaysThatItIsTheNewest() throws Exception {
    Path backup = backUp("a.tar.gz");
    Files.delete(backups.resolve("audit.heads"));

    assertThat(restore(backup).text()).contains("No signed heads are known");
    Path kept = Files.copy(home.resolve("ledger/audit.heads"), temp.resolve("kept.heads"));
    assertThat(restore(backup, "--heads", kept.toString()).code()).isZero();
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    Path backup = backUp("a.tar.gz");
    Files.createDirectory(temp.resolve("restored"));

    assertThat(restore(backup).text()).contains("a restore overwrites nothing");
    assertThat(run("backup", "--home", home.toString(), backup.toString()).text())
        .contains("is there already");
    try (Connection superuser = Cluster.connect(home, "proffer");
        Statement statement = superuser.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select outcome from proffer.audit_entry where action = 'BACK_UP' order by id desc limit 1")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("FAILED");
    }
  }

  @Test
  void aFolderOfSomethingElseBesideThePlaceIsLeftAlone() throws Exception {
    Path backup = backUp("a.tar.gz");
    Path foreign = Files.createDirectory(temp.resolve("restored.restoring"));
    Files.writeString(foreign.resolve("letter.txt"), "keep me");

    assertThat(restore(backup).text()).contains("holds something else");
    assertThat(foreign.resolve("letter.txt")).exists();
  }

  @Test
  void aChangedByteOrAnotherKeyIsFound() throws Exception {
    Path backup = backUp("a.tar.gz");
    Path other = Files.createDirectory(temp.resolve("other"));
    HeadsFile.open(other, "audit", Backup.AUDIT);
    assertThat(restore(backup, "--key", other.resolve("audit.pub").toString()).text())
        .contains("not signed by the key");

    byte[] bytes = Files.readAllBytes(backup);
    bytes[bytes.length / 2] ^= 1;
    Files.write(backup, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    Said said = restore(backup);
    assertThat(said.code()).isEqualTo(1);
    assertThat(temp.resolve("restored")).doesNotExist();
  }

  @Test
  void anAuditRowThatWasChangedInTheDatabaseIsFoundBeforeTheRestoreIsLive() throws Exception {
    change("somebody");
    Path backup = backUp("a.tar.gz");
    change("prosecutor");
    assertThat(restore(backup).text()).contains("not whole at place 0");
    assertThat(temp.resolve("restored")).doesNotExist();
  }

  @Test
  void anObjectThatIsMissingInTheVaultIsFound() throws Exception {
    String sha256 = receive("gone".getBytes(StandardCharsets.UTF_8));
    Path object =
        home.resolve("vault/sha256")
            .resolve(sha256.substring(0, 2))
            .resolve(sha256.substring(2, 4))
            .resolve(sha256);
    Files.move(object, temp.resolve("away"));
    Path backup = backUp("a.tar.gz");
    Files.move(temp.resolve("away"), object);
    assertThat(restore(backup).text()).contains("object " + sha256 + " is missing");
  }

  private Path sealed(String name, String option, Path secret) {
    Path file = backups.resolve(name);
    Said said =
        run("backup", "--home", home.toString(), option, secret.toString(), file.toString());
    assertThat(said.code()).as(said.text()).isZero();
    return file;
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text);
  }

  private static String newKey(long seed) {
    byte[] key = new byte[32];
    new Random(seed).nextBytes(key);
    return java.util.Base64.getEncoder().encodeToString(key);
  }

  @Test
  void aSealedBackupShowsNothingAndIsOpenedByItsKeyAlone() throws Exception {
    Path key = written("key", newKey(1) + "\n");
    Path backup = sealed("k.tar.gz.sealed", "--seal-key", key);

    byte[] bytes = Files.readAllBytes(backup);
    assertThat(new String(bytes, 0, 24, StandardCharsets.US_ASCII))
        .isEqualTo("proffer-sealed-backup 1 ");
    assertThat(restore(backup).text()).contains("is sealed: give its key");
    assertThat(restore(backup, "--seal-key", written("other", newKey(2)).toString()).text())
        .contains("is sealed with the key")
        .contains("the given one is");
    assertThat(
            restore(backup, "--seal-passphrase", written("p", "a passphrase of mine").toString())
                .text())
        .contains("is sealed with a key");
    assertThat(temp.resolve("restored")).doesNotExist();
    Said said = restore(backup, "--seal-key", key.toString());
    assertThat(said.code()).as(said.text()).isZero();
  }

  @Test
  void aBackupSealedWithAPassphraseIsOpenedByItAndByNoOther() throws Exception {
    Path words = written("words", "lanterns over the harbour\n");
    Path backup = sealed("p.tar.gz.sealed", "--seal-passphrase", words);

    assertThat(
            restore(
                    backup,
                    "--seal-passphrase",
                    written("w", "lanterns over the harbor").toString())
                .text())
        .contains("the passphrase is another one");
    assertThat(
            run(
                    "backup",
                    "--home",
                    home.toString(),
                    "--seal-passphrase",
                    written("s", "fifteen letters").toString(),
                    backups.toString())
                .text())
        .contains("fewer than 16");
    Said said = restore(backup, "--seal-passphrase", words.toString());
    assertThat(said.code()).as(said.text()).isZero();
  }

  @Test
  void aSealedBackupThatWasChangedCutOffOrPutTogetherAnewIsRefused() throws Exception {
    byte[] large = new byte[5 << 20];
    new Random(12).nextBytes(large);
    receive(large);
    Path key = written("key", newKey(3));
    Path backup = sealed("t.tar.gz.sealed", "--seal-key", key);
    byte[] whole = Files.readAllBytes(backup);
    int piece = 1 << 20;
    int header = new String(whole, 0, 100, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    assertThat(whole.length).isGreaterThan(header + 3 * piece);
    Random random = new Random(13);
    java.util.Map<String, byte[]> attempts = new java.util.LinkedHashMap<>();
    for (int i = 0; i < 6; i++) {
      int place = header + random.nextInt(whole.length - header);
      byte[] changed = whole.clone();
      changed[place] ^= (byte) (1 << random.nextInt(8));
      attempts.put("a bit at " + place, changed);
    }
    attempts.put("the last piece is missing", java.util.Arrays.copyOf(whole, header + 2 * piece));
    attempts.put("the last byte is missing", java.util.Arrays.copyOf(whole, whole.length - 1));
    byte[] longer = java.util.Arrays.copyOf(whole, whole.length + 1);
    attempts.put("a byte more", longer);
    byte[] swapped = whole.clone();
    System.arraycopy(whole, header + piece, swapped, header + 2 * piece, piece);
    System.arraycopy(whole, header + 2 * piece, swapped, header + piece, piece);
    attempts.put("two pieces changed places", swapped);
    for (java.util.Map.Entry<String, byte[]> attempt : attempts.entrySet()) {
      Path file = backups.resolve("attempt");
      Files.write(file, attempt.getValue());
      Said said = restore(file, "--seal-key", key.toString());
      assertThat(said.code()).as(attempt.getKey()).isEqualTo(1);
      assertThat(said.text()).as(attempt.getKey()).contains("was changed or cut off");
      assertThat(temp.resolve("restored")).as(attempt.getKey()).doesNotExist();
    }
    Said said = restore(backup, "--seal-key", key.toString());
    assertThat(said.code()).as(said.text()).isZero();
  }
}
