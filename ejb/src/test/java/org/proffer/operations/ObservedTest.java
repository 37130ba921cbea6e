package org.proffer.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ObservedTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void aBackupOfLastNightIsNoAlarmAndOneOfTheNightBeforeIs() {
    assertThat(Observed.ofBackup(NOW.minus(Duration.ofHours(26)), NOW)).isEmpty();
    assertThat(Observed.ofBackup(NOW.minus(Duration.ofHours(27)), NOW))
        .extracting(Alarm::text)
        .containsExactly("Backup: The last backup is 27 hours old.");
    assertThat(Observed.ofBackup(null, NOW))
        .extracting(Alarm::text)
        .containsExactly("Backup: There is no backup yet.");
  }
}
