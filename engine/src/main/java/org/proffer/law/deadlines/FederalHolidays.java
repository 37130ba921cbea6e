package org.proffer.law.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.proffer.law.DatedTable;

/**
 * The legal public holidays of 5 U.S.C. 6103(a), each from the day it became law, and the weekday
 * on which one that falls on a weekend is observed: the Friday before a Saturday (6103(b)(1)), the
 * Monday after a Sunday (Executive Order 11582). Data in {@code federal-holidays.csv}; days that a
 * president closes offices for are not in it.
 */
public final class FederalHolidays {
  private static final DatedTable TABLE =
      DatedTable.read(FederalHolidays.class, "federal-holidays.csv");
  private static final LocalDate FIRST =
      TABLE.rows().stream().map(DatedTable.Row::from).min(LocalDate::compareTo).orElseThrow();
  private static final Map<Integer, Map<LocalDate, String>> YEARS = new ConcurrentHashMap<>();

  private FederalHolidays() {}

  /** The table. */
  public static DatedTable table() {
    return TABLE;
  }

  /**
   * The name of the holiday kept on a day: the legal day itself, or the weekday on which it is
   * observed.
   *
   * @throws IllegalArgumentException if the day lies before the table begins
   */
  public static Optional<String> on(LocalDate day) {
    if (day.isBefore(FIRST)) {
      throw new IllegalArgumentException(
          "federal-holidays.csv begins on " + FIRST + ", after " + day);
    }
    return Optional.ofNullable(
        YEARS.computeIfAbsent(day.getYear(), FederalHolidays::year).get(day));
  }

  private static Map<LocalDate, String> year(int year) {
    Map<LocalDate, String> days = new TreeMap<>();
    for (int legal = year; legal <= year + 1; legal++) { // 1 January may be kept on 31 December
      for (DatedTable.Row row : TABLE.rows()) {
        LocalDate day = day(row.cell("rule"), legal);
        if (row.on(day)) {
          days.put(day, row.cell("name"));
          days.putIfAbsent(observed(day), row.cell("name") + " (observed)");
        }
      }
    }
    days.keySet().removeIf(day -> day.getYear() != year);
    return days;
  }

  private static LocalDate observed(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.minusDays(1);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  /** {@code fixed 12-25}, {@code nth 3 MONDAY 1}, {@code last MONDAY 5}. */
  private static LocalDate day(String rule, int year) {
    String[] words = rule.split(" ", -1);
    return switch (words[0]) {
      case "fixed" -> MonthDay.parse("--" + words[1]).atYear(year);
      case "nth" ->
          LocalDate.of(year, Month.of(Integer.parseInt(words[3])), 1)
              .with(
                  TemporalAdjusters.dayOfWeekInMonth(
                      Integer.parseInt(words[1]), DayOfWeek.valueOf(words[2])));
      case "last" ->
          LocalDate.of(year, Month.of(Integer.parseInt(words[2])), 1)
              .with(TemporalAdjusters.lastInMonth(DayOfWeek.valueOf(words[1])));
      default -> throw new IllegalArgumentException("no such rule of a holiday: " + rule);
    };
  }
}
