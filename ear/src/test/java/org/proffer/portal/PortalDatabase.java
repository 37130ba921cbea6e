package org.proffer.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The database of the portal under test, to make it look as an earlier version left it. */
final class PortalDatabase {
  private PortalDatabase() {}

  /** Runs a statement whose only parameter is the id of a case; gives the rows it changed. */
  static int change(String sql, String caseId) throws IOException, SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, UUID.fromString(caseId));
      return statement.executeUpdate();
    }
  }

  /** The number a query gives whose only parameter is the id of a case. */
  static long count(String sql, String caseId) throws IOException, SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, UUID.fromString(caseId));
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        return answer.getLong(1);
      }
    }
  }

  /** The words a query gives whose only parameter is the id of a case. */
  static String words(String sql, String caseId) throws IOException, SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, UUID.fromString(caseId));
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        return answer.getString(1);
      }
    }
  }

  /** Runs statements, one after the other in one session, as somebody who may do everything. */
  static void run(String... statements) throws IOException, SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Name and type of each column of a table, with a space between. */
  static java.util.List<String> columns(String table) throws IOException, SQLException {
    java.util.List<String> columns = new java.util.ArrayList<>();
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select column_name || ' ' || data_type from information_schema.columns"
                    + " where table_schema = 'proffer' and table_name = ? order by ordinal_position")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.add(row.getString(1));
        }
      }
    }
    return columns;
  }

  /**
   * A connection as the role the portal works as, in a transaction that says for whom; null for
   * nobody.
   */
  static Connection as(String login) throws IOException, SQLException {
    Path home = Path.of(System.getProperty("proffer.it.folder")).toAbsolutePath();
    String password =
        Files.readString(home.resolve("keys").resolve("database-application")).strip();
    Connection connection = DriverManager.getConnection(url(home), "proffer_app", password);
    connection.setAutoCommit(false);
    if (login != null) {
      long now = System.currentTimeMillis();
      try (Connection superuser = connect();
          PreparedStatement vouch = superuser.prepareStatement("select proffer.mac(?)");
          PreparedStatement bind =
              connection.prepareStatement("select proffer.bind_identity(?, ?, ?)")) {
        vouch.setString(1, "bind|" + login + "|" + now);
        try (ResultSet proof = vouch.executeQuery()) {
          proof.next();
          bind.setString(1, login);
          bind.setLong(2, now);
          bind.setBytes(3, proof.getBytes(1));
          bind.execute();
        }
      }
    }
    return connection;
  }

  private static String url(Path home) throws IOException {
    String port = Files.readAllLines(home.resolve("database").resolve("postmaster.pid")).get(3);
    return "jdbc:postgresql://127.0.0.1:" + port.strip() + "/proffer";
  }

  /** A connection as somebody who may do everything. */
  static Connection connect() throws IOException, SQLException {
    Path home = Path.of(System.getProperty("proffer.it.folder")).toAbsolutePath();
    String owner = Files.readString(home.resolve("keys").resolve("database-owner")).strip();
    return DriverManager.getConnection(url(home), "postgres", owner);
  }
}
