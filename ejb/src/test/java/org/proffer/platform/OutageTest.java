package org.proffer.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Failures that pass by themselves, and those that do not. */
class OutageTest {
  private static Throwable wrapped(Throwable cause) {
    return new IllegalStateException("could not be saved", new RuntimeException(cause));
  }

  @Test
  void aFullDiskOfTheDatabaseIsToldFromADatabaseThatIsAway() {
    assertThat(Outage.of(wrapped(new SQLException("could not extend file", "53100"))))
        .contains(Outage.DATABASE_FULL);
    assertThat(
            Outage.of(wrapped(new SQLException("ERROR: write: No space left on device", "XX000"))))
        .contains(Outage.DATABASE_FULL);
    assertThat(Outage.of(wrapped(new SQLException("is starting up", "57P03"))))
        .contains(Outage.DATABASE_AWAY);
    assertThat(Outage.of(wrapped(new SQLException("refused", "08001"))))
        .contains(Outage.DATABASE_AWAY);
    assertThat(Outage.of(wrapped(new SQLException("deadlock detected", "40P01"))))
        .contains(Outage.DATABASE_BUSY);
  }

  @Test
  void aFullTemporaryFolderIsToldFromAFullVault() {
    IOException full = new IOException("No space left on device");
    assertThat(Outage.of(new UncheckedIOException(full))).contains(Outage.DISK_FULL);
    assertThat(Outage.of(wrapped(new Outage.TemporaryFull(full)))).contains(Outage.TEMPORARY_FULL);
  }

  @Test
  void whatACommitKeepsBesideItsCauseCounts() {
    Exception commit = new Exception("rolled back");
    commit.addSuppressed(new SQLException("no space", "53100"));
    assertThat(Outage.of(commit)).contains(Outage.DATABASE_FULL);
  }

  @Test
  void aBrokenRuleOfTheDatabaseIsNoOutage() {
    assertThat(Outage.of(wrapped(new SQLException("duplicate key", "23505")))).isEmpty();
    assertThat(Outage.of(new IOException("Stream closed"))).isEmpty();
  }
}
