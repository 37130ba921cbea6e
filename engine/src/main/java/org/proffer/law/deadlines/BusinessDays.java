package org.proffer.law.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Business days: Monday to Friday without the federal holidays and the weekdays on which they are
 * observed.
 *
 * <p>The CAN-SPAM Act does not define the term; this is the policy of the house, which follows the
 * ordinary meaning. The day of the event is day 0, the first business day after it is day 1.
 */
public final class BusinessDays {
  private BusinessDays() {}

  /** Whether a day is a business day. */
  public static boolean isBusinessDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && FederalHolidays.on(day).isEmpty();
  }

  /**
   * The last day of a period of business days.
   *
   * @param event day 0, not counted
   * @param days at least 1
   * @throws IllegalArgumentException if {@code days} is smaller
   */
  public static LocalDate after(LocalDate event, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("business days: " + days);
    }
    LocalDate day = event;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= isBusinessDay(day) ? 1 : 0;
    }
    return day;
  }

  /**
   * A calendar day of a period of business days.
   *
   * @param day which
   * @param number 0 for the day of the event, then the number of the business day; the number of
   *     the business day before it where it is none itself
   * @param business whether it is counted
   * @param why in words: the day of the event, its number, or why it is not counted
   */
  public record Counted(LocalDate day, int number, boolean business, String why) {}

  /**
   * A period of business days, day by day: from the day of the event to the last business day, both
   * included.
   *
   * @param event day 0, not counted
   * @param days at least 1
   * @throws IllegalArgumentException if {@code days} is smaller
   */
  public static List<Counted> counted(LocalDate event, int days) {
    LocalDate last = after(event, days);
    List<Counted> all = new ArrayList<>();
    all.add(new Counted(event, 0, false, "day of the event, not counted"));
    int number = 0;
    for (LocalDate day = event.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      boolean business = isBusinessDay(day);
      number += business ? 1 : 0;
      all.add(
          new Counted(
              day,
              number,
              business,
              business
                  ? "business day " + number
                  : FederalHolidays.on(day)
                      .map(name -> name + ", not counted")
                      .orElse("weekend, not counted")));
    }
    return List.copyOf(all);
  }
}
