package org.proffer.launcher;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Embedded PostgreSQL: its data in one folder, every commit forced to disk, loopback only,
 * passwords by SCRAM. A process that an earlier start left behind is stopped first.
 */
public final class Database implements AutoCloseable {
  private static final String MAJOR = "18";
  private static final String PROGRAMS = "/postgres-linux-x86_64.txz";

  /**
   * What the searches match by. Row-level security lets an index answer only with functions that
   * cannot tell a hidden row's content by an error; these raise none, and PostgreSQL has not marked
   * them.
   */
  private static final List<String> INDEXED_UNDER_ROW_SECURITY =
      List.of(
          "ts_match_vq(tsvector, tsquery)",
          "arraycontains(anyarray, anyarray)",
          "arrayoverlap(anyarray, anyarray)");

  private static final int RESTART_AFTER_MILLIS = 500;

  private final Starting starting;
  private final int port;
  private final String ownerPassword;
  private final String password;
  private volatile Process process;
  private volatile boolean closing;

  /** Starts the process. */
  private interface Starting {
    Process start() throws IOException;
  }

  private Database(Starting starting, int port, String ownerPassword, String password)
      throws IOException {
    this.starting = starting;
    this.port = port;
    this.ownerPassword = ownerPassword;
    this.password = password;
    this.process = starting.start();
  }

  /**
   * Starts the database; the first start makes it.
   *
   * @param folder the data folder of the portal
   */
  public static Database start(DataFolder folder) {
    Path programs = folder.sub("postgresql");
    Path data = folder.sub("database");
    File log = folder.sub("logs").resolve("postgresql.log").toFile();
    Secrets secrets = new Secrets(folder.sub("keys"));
    Path bin = programs.resolve("bin");
    try {
      if (!Files.exists(programs.resolve("complete"))) {
        unpack(programs);
      }
      Commands.stopLeftover(data.resolve("postmaster.pid"), data.toString(), "INT");
      if (Files.exists(data.resolve("PG_VERSION"))) {
        refuseOtherVersion(data);
      } else {
        Path unfinished = folder.sub("database-unfinished");
        empty(unfinished);
        initialize(bin, unfinished, folder.path(), secrets, log);
        Files.deleteIfExists(data);
        Files.move(unfinished, data, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      }
      int port = freePort();
      Database database =
          new Database(
              () -> run(bin, data, port, log),
              port,
              secrets.of("database-portal"),
              secrets.of("database-application"));
      database.waitUntilReady(secrets.of("database-owner"), log);
      database.keepUp();
      return database;
    } catch (IOException e) {
      throw new CannotStart(
          "The database in " + data + " cannot be started (" + e.getMessage() + ").", e);
    }
  }

  /** What a stop in the middle of making the database left behind holds nothing yet. */
  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
    }
  }

  private static void refuseOtherVersion(Path data) throws IOException {
    String version = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR)) {
      throw new CannotStart(
          "The database in "
              + data
              + " was written by PostgreSQL "
              + version
              + " and this Proffer brings PostgreSQL "
              + MAJOR
              + ": start the Proffer that wrote it, or choose another folder with -Dproffer.home=FOLDER.");
    }
  }

  private static void unpack(Path programs) throws IOException {
    try (InputStream resource = Database.class.getResourceAsStream(PROGRAMS)) {
      if (resource == null) {
        throw new CannotStart(
            "PostgreSQL is not packaged for this machine: it needs Linux on x86-64, or an external PostgreSQL.");
      }
      TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = programs.resolve(entry.getName()).normalize();
        if (!target.startsWith(programs)) {
          throw new IOException("an entry points outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(parent(target));
          Files.deleteIfExists(target);
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(parent(target));
          Files.copy(tar, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
    Files.createFile(programs.resolve("complete"));
  }

  private static Path parent(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IOException("no parent folder: " + path);
    }
    return parent;
  }

  private static void initialize(Path bin, Path data, Path home, Secrets secrets, File log)
      throws IOException {
    Path passwordFile = Files.createTempFile(home, "first", ".pw");
    try {
      DataFolder.ownerOnly(passwordFile);
      Files.writeString(passwordFile, secrets.of("database-owner"));
      Commands.run(
          Commands.unprivileged(
              List.of(
                  bin.resolve("initdb").toString(),
                  "-D",
                  data.toString(),
                  "-U",
                  "postgres",
                  "-E",
                  "UTF8",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--locale=C",
                  "--auth=scram-sha-256",
                  "--pwfile=" + passwordFile,
                  "--data-checksums")),
          log);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  private static Process run(Path bin, Path data, int port, File log) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(bin.resolve("postgres").toString(), "-D", data.toString()));
    for (String setting :
        List.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "max_connections=60",
            "shared_buffers=" + sharedMegabytes(memory()) + "MB",
            "max_wal_size=2GB",
            "timezone=UTC")) {
      command.add("-c");
      command.add(setting);
    }
    return new ProcessBuilder(Commands.detached(Commands.unprivileged(command)))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : 0;
  }

  /**
   * A sixteenth of the machine's memory for pages of the database, between 256 MB and 1 GB: with a
   * million messages, what a search reads of them does not fit into less, and each page that is
   * read again is checked against its checksum.
   */
  static long sharedMegabytes(long memory) {
    return Math.max(256, Math.min(1_024, memory / 16 / (1 << 20)));
  }

  private void waitUntilReady(String superuserPassword, File log) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (true) {
      try {
        prepare(superuserPassword);
        return;
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() > until) {
          process.destroy();
          throw new CannotStart("The database does not start: see " + log + ".", e);
        }
        pause();
      }
    }
  }

  /**
   * Starts the database again whenever it ends by itself: killed, or without room on its disk. What
   * was committed is there; the portal waits for it meanwhile.
   */
  private void keepUp() {
    Thread keeper =
        new Thread(
            () -> {
              try {
                while (!closing) {
                  process.waitFor();
                  TimeUnit.MILLISECONDS.sleep(RESTART_AFTER_MILLIS);
                  restart();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "database");
    keeper.setDaemon(true);
    keeper.start();
  }

  private synchronized void restart() {
    if (closing) {
      return;
    }
    try {
      process = starting.start();
    } catch (IOException e) {
      System.err.println("The database cannot be started again (" + e.getMessage() + ").");
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted.", e);
    }
  }

  /** Roles, the database, its schemas; done at every start, so that an older folder catches up. */
  private void prepare(String superuserPassword) throws SQLException {
    String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
    try (Connection superuser =
            DriverManager.getConnection(server + "postgres", "postgres", superuserPassword);
        Statement statement = superuser.createStatement()) {
      if (!exists(statement, "select 1 from pg_roles where rolname = 'proffer'")) {
        statement.execute("create role proffer login password '" + ownerPassword + "'");
      }
      if (!exists(statement, "select 1 from pg_roles where rolname = 'proffer_app'")) {
        statement.execute(
            "create role proffer_app login nosuperuser nobypassrls password '" + password + "'");
      }
      if (!exists(statement, "select 1 from pg_database where datname = 'proffer'")) {
        statement.execute("create database proffer owner proffer");
      }
    }
    try (Connection superuser =
            DriverManager.getConnection(server + "proffer", "postgres", superuserPassword);
        Statement statement = superuser.createStatement()) {
      statement.execute("create schema if not exists proffer authorization proffer");
      statement.execute("create schema if not exists jobs authorization proffer_app");
      statement.execute(
          """
          do $$
          declare t regclass;
          begin
            alter schema jobs owner to proffer_app;
            for t in select oid from pg_class where relnamespace = 'jobs'::regnamespace and relkind = 'r' loop
              execute format('alter table %s owner to proffer_app', t);
            end loop;
          end $$""");
      for (String operator : INDEXED_UNDER_ROW_SECURITY) {
        statement.execute("alter function pg_catalog." + operator + " leakproof");
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Address for JDBC. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/proffer";
  }

  /** The role the portal works as: owns no table of the case files, bypasses no row security. */
  public String user() {
    return "proffer_app";
  }

  /** Its password. */
  public String password() {
    return password;
  }

  /** Password of the role {@code proffer}, which owns the tables and brings them up to date. */
  public String ownerPassword() {
    return ownerPassword;
  }

  /** Stops it: running transactions are rolled back, everything committed is on disk. */
  @Override
  public synchronized void close() {
    closing = true;
    Commands.stop(process.toHandle(), "INT", 60);
  }
}
