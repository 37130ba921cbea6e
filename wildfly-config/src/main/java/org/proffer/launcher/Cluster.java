package org.proffer.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files of a running embedded PostgreSQL between the start and the end of an online backup
 * (PostgreSQL, "Making a Base Backup Using the Low Level API"): whatever is copied in between
 * becomes, with the log written meanwhile, the database as it was at the end.
 */
final class Cluster implements AutoCloseable {
  /** What a copy must not hold, or what PostgreSQL makes anew; their folders are copied empty. */
  private static final Set<String> EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");

  private static final String CONTROL = "global/pg_control";

  private final Path data;
  private final Connection superuser;
  private final String firstLog;

  private Cluster(Path data, Connection superuser, String firstLog) {
    this.data = data;
    this.superuser = superuser;
    this.firstLog = firstLog;
  }

  /** Connects as the superuser of the database that runs in a data folder. */
  static Connection connect(Path home, String name) throws IOException, SQLException {
    List<String> running = Files.readAllLines(home.resolve("database").resolve("postmaster.pid"));
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + running.get(3).strip() + "/" + name,
        "postgres",
        Files.readString(home.resolve("keys").resolve("database-owner")).strip());
  }

  /** Starts an online backup; the log is kept from here on. */
  static Cluster startBackup(Path home, String label) throws IOException, SQLException {
    Connection superuser = connect(home, "postgres");
    try (Statement statement = superuser.createStatement()) {
      statement.execute(
          "select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
      return new Cluster(
          home.resolve("database"),
          superuser,
          ask(superuser, "select pg_walfile_name(pg_backup_start(?, true))", label));
    } catch (SQLException e) {
      superuser.close();
      throw e;
    }
  }

  private static String ask(Connection connection, String query, String value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  /** Copies the files while they are written to. */
  void copyFiles(BackupFile to) throws IOException {
    copy(data, "", to);
    to.file("database/" + CONTROL, data.resolve(CONTROL));
  }

  private void copy(Path folder, String name, BackupFile to) throws IOException {
    to.folder("database/" + name);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String path = name + entry.getFileName();
        if (Files.isDirectory(entry)) {
          if (EMPTY.contains(path)) {
            to.folder("database/" + path + "/");
          } else if (!path.contains("pgsql_tmp")) {
            copy(entry, path + "/", to);
          }
        } else if (!LEFT_OUT.contains(path)
            && !path.endsWith("pg_internal.init")
            && !path.equals(CONTROL)) {
          to.file("database/" + path, entry);
        }
      }
    }
  }

  /** Ends the online backup and copies the log that was written during it. */
  void finish(BackupFile to) throws IOException, SQLException {
    String lastLog;
    try (Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select pg_walfile_name(lsn), labelfile, spcmapfile from pg_backup_stop(false)")) {
      rows.next();
      lastLog = rows.getString(1);
      to.text("database/backup_label", rows.getString(2));
      if (!rows.getString(3).isBlank()) {
        throw new IOException("the database has tablespaces outside its folder");
      }
    }
    Path log = data.resolve("pg_wal");
    List<String> segments = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(log)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        boolean needed =
            name.matches("[0-9A-F]{24}")
                && name.compareTo(firstLog) >= 0
                && name.compareTo(lastLog) <= 0;
        if (needed || name.endsWith(".history")) {
          segments.add(name);
        }
      }
    }
    segments.sort(null);
    if (!segments.contains(firstLog) || !segments.contains(lastLog)) {
      throw new IOException("the log of the database is not complete");
    }
    for (String segment : segments) {
      to.file("database/pg_wal/" + segment, log.resolve(segment));
    }
    to.folder("database/pg_wal/archive_status/");
    to.folder("database/pg_wal/summaries/");
  }

  @Override
  public void close() throws SQLException {
    superuser.close();
  }
}
