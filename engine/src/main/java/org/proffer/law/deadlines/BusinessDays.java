package org.proffer.law.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;

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
}
