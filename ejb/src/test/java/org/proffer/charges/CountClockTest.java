package org.proffer.charges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.law.Certainty;
import org.proffer.law.fraud.LimitationDate;

class CountClockTest {
  private static final LocalDate LAST = LocalDate.of(2010, 9, 15);
  private static final LimitationDate DATE =
      new LimitationDate(LAST, "18 U.S.C. 3282(a)", List.of(), Certainty.VERIFIED);

  @ParameterizedTest
  @CsvSource({"91,OPEN", "90,URGENT", "1,URGENT", "0,URGENT", "-1,PASSED"})
  void anUnchargedCountIsUrgentFromNinetyDaysOnAndPassedTheDayAfter(
      int daysLeft, CountClock.State state) {
    CountClock clock = CountClock.of(DATE, null, LAST.minusDays(daysLeft));

    assertThat(clock.state()).isEqualTo(state);
    assertThat(clock.isAlarming()).isEqualTo(daysLeft <= 90);
  }

  @Test
  void aChargeFiledOnTheLastDayIsInTimeAndOneFiledTheDayAfterIsNot() {
    assertThat(CountClock.of(DATE, LAST, LAST.plusYears(1)).state())
        .isEqualTo(CountClock.State.CHARGED);
    assertThat(CountClock.of(DATE, LAST.plusDays(1), LAST.plusYears(1)).state())
        .isEqualTo(CountClock.State.LATE);
  }

  @Test
  void whatIsNotKnownIsSaidNotGuessed() {
    assertThat(CountClock.unknown().state()).isEqualTo(CountClock.State.UNKNOWN);
    assertThat(CountClock.unknown().lastDay()).isEmpty();
    assertThat(CountClock.unknown().isAlarming()).isFalse();
  }
}
