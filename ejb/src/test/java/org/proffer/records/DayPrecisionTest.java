package org.proffer.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayPrecisionTest {
  private static final LocalDate DAY = LocalDate.of(2008, 10, 31);

  @Test
  void aDayIsSaidAsFarAsItIsKnown() {
    assertThat(DayPrecision.words(DAY, null)).isEqualTo("2008-10-31");
    assertThat(DayPrecision.words(DAY, DayPrecision.DAY)).isEqualTo("2008-10-31");
    assertThat(DayPrecision.words(DAY, DayPrecision.MONTH)).isEqualTo("October 2008");
    assertThat(DayPrecision.words(DAY, DayPrecision.YEAR)).isEqualTo("2008");
    assertThat(DayPrecision.words(DAY, DayPrecision.ABOUT)).isEqualTo("about 2008-10-31");
  }

  @Test
  void theFirstStandsForADayThatIsNotKnown() {
    assertThat(DayPrecision.written(DAY, DayPrecision.MONTH)).isEqualTo("2008-10-01");
    assertThat(DayPrecision.written(DAY, DayPrecision.YEAR)).isEqualTo("2008-01-01");
    assertThat(DayPrecision.written(DAY, DayPrecision.ABOUT)).isEqualTo(DAY);
    assertThat(DayPrecision.written(DAY, null)).isEqualTo(DAY);
  }
}
