package org.proffer.mailings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
  private final TimeText times = new TimeText(ZoneId.of("America/Detroit"));

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:00:00Z, 2026-03-02T10:00:00Z",
    "2026-03-02 10:00:00-05:00, 2026-03-02T15:00:00Z",
    "2026-03-02T10:00:00.250+0530, 2026-03-02T04:30:00.250Z",
    "2026-03-02T10:00Z, 2026-03-02T10:00:00Z",
    "2026-03-02T10:00:00 UTC, 2026-03-02T10:00:00Z",
    "2026-03-02 10:00:00, 2026-03-02T15:00:00Z",
    "2026-07-02 10:00:00, 2026-07-02T14:00:00Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z"
  })
  void aMomentIsReadAsLogsWriteIt(String text, String instant) {
    assertThat(times.millis(text, false)).isEqualTo(Instant.parse(instant).toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-02-29T00:00:00Z",
        "2026-03-02T24:00:00Z",
        "2026-03-02T10:60:00Z",
        "2026-03-02T10:00:00X",
        "2026-03-02T10:00:00+1",
        "03/02/2026 10:00",
        "2026-03-02T1000Z"
      })
  void whatIsNoMomentIsRefused(String text) {
    assertThatThrownBy(() -> times.millis(text, false)).isInstanceOf(Unreadable.class);
  }

  @Test
  void aDayAloneIsTakenOnlyWhereItMayBe() {
    assertThat(times.millis("2026-03-02", true))
        .isEqualTo(Instant.parse("2026-03-02T05:00:00Z").toEpochMilli());
    assertThatThrownBy(() -> times.millis("2026-03-02", false)).isInstanceOf(Unreadable.class);
  }
}
