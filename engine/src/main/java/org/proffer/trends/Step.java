package org.proffer.trends;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How far apart the steps of a trend are. Days are in UTC. */
public enum Step {
  /** A day. */
  DAY("day"),
  /** From Monday to Sunday. */
  WEEK("week"),
  /** A month of the calendar. */
  MONTH("month");

  private final String label;

  Step(String label) {
    this.label = label;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }

  /** The first day of the step that a day lies in. */
  public LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** The first day of the next step. */
  public LocalDate next(LocalDate first) {
    return switch (this) {
      case DAY -> first.plusDays(1);
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
    };
  }
}
