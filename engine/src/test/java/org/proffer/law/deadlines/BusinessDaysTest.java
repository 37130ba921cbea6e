package org.proffer.law.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, 2026-03-16", // no holiday between
    "2026-06-08, 2026-06-23", // Juneteenth on Friday the 19th
    "2026-11-02, 2026-11-17", // Veterans Day on Wednesday the 11th
    "2026-12-18, 2027-01-05", // Christmas and New Year, both on a Friday
    "2026-06-25, 2026-07-10", // 4 July is a Saturday, kept on Friday the 3rd
    "2021-06-11, 2021-06-28", // Juneteenth, a Saturday, kept on Friday the 18th for the first time
    "2020-06-12, 2020-06-26", // no Juneteenth yet: 19 June 2020 was a business day
    "2026-03-07, 2026-03-20" // received on a Saturday
  })
  void theTenthBusinessDayFollowsTheCalendar(LocalDate received, LocalDate tenth) {
    assertThat(BusinessDays.after(received, 10)).isEqualTo(tenth);
  }

  @Test
  void theDayOfTheEventIsNotCounted() {
    LocalDate monday = LocalDate.of(2026, 3, 2);

    assertThat(BusinessDays.after(monday, 1)).isEqualTo(monday.plusDays(1));
  }

  @Test
  void fridayIsABusinessDayAndSaturdayIsNot() {
    assertThat(BusinessDays.isBusinessDay(LocalDate.of(2026, 3, 6))).isTrue();
    assertThat(BusinessDays.isBusinessDay(LocalDate.of(2026, 3, 7))).isFalse();
    assertThat(BusinessDays.isBusinessDay(LocalDate.of(2026, 3, 8))).isFalse();
    assertThat(BusinessDays.isBusinessDay(LocalDate.of(2026, 3, 9))).isTrue();
  }

  @Test
  void aPeriodHasAtLeastOneDay() {
    assertThatThrownBy(() -> BusinessDays.after(LocalDate.of(2026, 3, 2), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  @Test
  void aPeriodIsCountedDayByDayWithWhatIsNotCounted() {
    var days = BusinessDays.counted(LocalDate.of(2026, 6, 8), 10);

    assertThat(days.get(0).why()).isEqualTo("day of the event, not counted");
    assertThat(days.get(days.size() - 1).day()).isEqualTo(LocalDate.of(2026, 6, 23));
    assertThat(days.get(days.size() - 1).number()).isEqualTo(10);
    assertThat(days)
        .filteredOn(day -> day.day().equals(LocalDate.of(2026, 6, 19)))
        .singleElement()
        .satisfies(day -> assertThat(day.why()).contains("Juneteenth").contains("not counted"));
    assertThat(days.stream().filter(BusinessDays.Counted::business)).hasSize(10);
  }
}
