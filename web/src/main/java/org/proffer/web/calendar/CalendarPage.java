package org.proffer.web.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.Refusal;
import org.proffer.timeline.CalendarEntry;
import org.proffer.timeline.Calendars;
import org.proffer.timeline.Precision;
import org.proffer.web.Show;
import org.proffer.web.timeline.WhenText;

/** A month of the person's hearings and dated events, in all cases. */
@Named("calendarPage")
@RequestScoped
public class CalendarPage {
  private static final int DAYS_OF_A_WEEK = 7;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.US);

  @Inject private Calendars calendars;
  @Inject private Clock clock;

  private String month = "";
  private YearMonth shown = YearMonth.of(1970, 1);
  private List<List<Day>> weeks = List.of();

  /**
   * A day.
   *
   * @param inside whether it belongs to the month
   * @param current {@code date} for today, as in aria-current
   */
  public record Day(
      String date, String number, boolean inside, @Nullable String current, List<Row> rows) {}

  /** Something on a day. */
  public record Row(CalendarEntry entry, String time) {}

  /** Loads the month of the address, or this one. */
  public void load() {
    try {
      shown = YearMonth.parse(month);
    } catch (DateTimeException e) {
      shown = YearMonth.now(clock);
    }
    try {
      LocalDate first = shown.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
      LocalDate last = shown.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
      Map<LocalDate, List<Row>> byDay =
          calendars.between(first, last).stream()
              .map(CalendarPage::row)
              .collect(Collectors.groupingBy(row -> row.entry().day()));
      List<Day> days =
          first
              .datesUntil(last.plusDays(1))
              .map(day -> day(day, byDay.getOrDefault(day, List.of())))
              .toList();
      weeks = new ArrayList<>();
      for (int i = 0; i < days.size(); i += DAYS_OF_A_WEEK) {
        weeks.add(days.subList(i, i + DAYS_OF_A_WEEK));
      }
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private Day day(LocalDate day, List<Row> rows) {
    return new Day(
        day.toString(),
        Integer.toString(day.getDayOfMonth()),
        YearMonth.from(day).equals(shown),
        day.equals(LocalDate.now(clock)) ? "date" : null,
        rows);
  }

  private static Row row(CalendarEntry entry) {
    return new Row(
        entry,
        entry.moment() == null
            ? entry.precision() == Precision.DAY ? "" : entry.precision().label()
            : TIME.format(entry.moment().atZone(entry.zone())));
  }

  /** Name of the month. */
  public String getName() {
    return WhenText.month(shown.atDay(1));
  }

  /** Address of the month before. */
  public String getEarlier() {
    return "calendar.xhtml?month=" + shown.minusMonths(1);
  }

  /** Address of the month after. */
  public String getLater() {
    return "calendar.xhtml?month=" + shown.plusMonths(1);
  }

  public List<List<Day>> getWeeks() {
    return weeks;
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(@Nullable String month) {
    this.month = month == null ? "" : month;
  }
}
