package org.proffer.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The embedded PostgreSQL itself. */
class DatabaseTest {
  @TempDir Path temp;

  private static String ask(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "nothing";
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  @Test
  void whatIsCommittedIsOnDiskAndFoundAgainAndNobodyEntersWithoutThePassword() throws Exception {
    try (DataFolder folder = DataFolder.open(temp.resolve("home"))) {
      try (Database database = Database.start(folder);
          Connection connection = connect(database)) {
        assertThat(ask(connection, "show fsync")).isEqualTo("on");
        assertThat(ask(connection, "show synchronous_commit")).isEqualTo("on");
        assertThat(ask(connection, "show full_page_writes")).isEqualTo("on");
        assertThat(ask(connection, "show data_checksums")).isEqualTo("on");
        assertThat(ask(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(connection, "show password_encryption")).isEqualTo("scram-sha-256");
        assertThat(
                ask(
                    connection,
                    "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
            .isEqualTo("f");
        assertThatThrownBy(() -> ask(connection, "create table proffer.mine (x int)"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
        assertThat(Files.readAllLines(folder.sub("database").resolve("pg_hba.conf")))
            .filteredOn(line -> !line.startsWith("#") && !line.isBlank())
            .isNotEmpty()
            .allSatisfy(line -> assertThat(line).endsWith("scram-sha-256"));
        assertThatThrownBy(
                () -> DriverManager.getConnection(database.url(), database.user(), "guessed"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password authentication failed");
        try (Statement statement = connection.createStatement()) {
          statement.execute("create table jobs.kept as select 'here' as what");
        }
      }
      try (Database again = Database.start(folder);
          Connection connection = connect(again)) {
        assertThat(ask(connection, "select what from jobs.kept")).isEqualTo("here");
      }
    }
  }

  @Test
  void aDatabaseThatAKilledStartLeftRunningIsTakenOver() throws Exception {
    try (DataFolder folder = DataFolder.open(temp.resolve("home"))) {
      Database left = Database.start(folder);
      try (Connection connection = connect(left);
          Statement statement = connection.createStatement()) {
        statement.execute("create table jobs.kept as select 'here' as what");
      }
      try (Database next = Database.start(folder);
          Connection connection = connect(next)) {
        assertThat(ask(connection, "select what from jobs.kept")).isEqualTo("here");
        assertThatThrownBy(() -> connect(left)).isInstanceOf(SQLException.class);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 256",
    "4294967296, 256",
    "8589934592, 512",
    "17179869184, 1024",
    "68719476736, 1024"
  })
  void aSixteenthOfTheMemoryHoldsPagesOfTheDatabase(long memory, long megabytes) {
    assertThat(Database.sharedMegabytes(memory)).isEqualTo(megabytes);
  }
}
