package org.proffer.law.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FederalHolidaysTest {

  private static List<LocalDate> of(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return IntStream.range(0, first.lengthOfYear())
        .mapToObj(first::plusDays)
        .filter(day -> FederalHolidays.on(day).isPresent() && day.getDayOfWeek().getValue() <= 5)
        .toList();
  }

  @Test
  void theWeekdaysOffIn2026AreThoseOfTheStatute() {
    // 4 July 2026 is a Saturday and is kept on Friday the 3rd.
    assertThat(of(2026))
        .containsExactly(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 1, 19),
            LocalDate.of(2026, 2, 16),
            LocalDate.of(2026, 5, 25),
            LocalDate.of(2026, 6, 19),
            LocalDate.of(2026, 7, 3),
            LocalDate.of(2026, 9, 7),
            LocalDate.of(2026, 10, 12),
            LocalDate.of(2026, 11, 11),
            LocalDate.of(2026, 11, 26),
            LocalDate.of(2026, 12, 25));
  }

  @Test
  void theWeekdaysOffIn2004HaveNoJuneteenth() {
    // 4 July 2004 is a Sunday (Monday the 5th), 25 December a Saturday (Friday the 24th), and
    // 1 January 2005 a Saturday, kept on Friday 31 December 2004.
    assertThat(of(2004))
        .containsExactly(
            LocalDate.of(2004, 1, 1),
            LocalDate.of(2004, 1, 19),
            LocalDate.of(2004, 2, 16),
            LocalDate.of(2004, 5, 31),
            LocalDate.of(2004, 7, 5),
            LocalDate.of(2004, 9, 6),
            LocalDate.of(2004, 10, 11),
            LocalDate.of(2004, 11, 11),
            LocalDate.of(2004, 11, 25),
            LocalDate.of(2004, 12, 24),
            LocalDate.of(2004, 12, 31));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-06-19, false",
    "2021-06-18, true",
    "2021-06-19, true",
    "2022-06-20, true", // the 19th is a Sunday
    "2022-06-17, false"
  })
  void juneteenthIsKeptFrom2021On(LocalDate day, boolean kept) {
    assertThat(FederalHolidays.on(day).isPresent()).isEqualTo(kept);
  }

  @Test
  void aDayBeforeTheTableBeginsIsAnError() {
    assertThat(FederalHolidays.on(LocalDate.of(1971, 1, 1))).isPresent();
    assertThatThrownBy(() -> FederalHolidays.on(LocalDate.of(1970, 12, 31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1970-12-31");
  }
}
