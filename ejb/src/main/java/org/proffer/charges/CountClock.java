package org.proffer.charges;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.law.fraud.LimitationDate;

/**
 * By when a count has to be charged, and how that stands.
 *
 * @param date the last day and how it was counted; null where it cannot be said
 * @param state how it stands
 */
public record CountClock(@Nullable LimitationDate date, State state) {
  /** From how many days before the last day on a count is urgent. */
  public static final int URGENT_DAYS = 90;

  /** How a limitation stands. */
  public enum State {
    /** The day the conduct ended is not recorded, or the offence has no penalty of its own. */
    UNKNOWN("Cannot be said"),
    /** An instrument with this charge was filed by the last day. */
    CHARGED("Charged in time"),
    /** The first instrument with this charge was filed after the last day. */
    LATE("Charged after the last day"),
    /** More than ninety days are left. */
    OPEN("Open"),
    /** Ninety days or fewer are left. */
    URGENT("Ninety days or fewer"),
    /** Not charged, and the last day is over. */
    PASSED("Passed");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  /**
   * How it stands.
   *
   * @param charged when the charge was first filed; null if it was not
   */
  static CountClock of(LimitationDate date, @Nullable LocalDate charged, LocalDate today) {
    LocalDate last = date.lastDay();
    if (charged != null) {
      return new CountClock(date, charged.isAfter(last) ? State.LATE : State.CHARGED);
    }
    if (today.isAfter(last)) {
      return new CountClock(date, State.PASSED);
    }
    return new CountClock(
        date, ChronoUnit.DAYS.between(today, last) <= URGENT_DAYS ? State.URGENT : State.OPEN);
  }

  /** A clock that nothing is known of. */
  public static CountClock unknown() {
    return new CountClock(null, State.UNKNOWN);
  }

  /** The last day in words; empty where it cannot be said. */
  public String lastDay() {
    return date == null ? "" : date.lastDay().toString();
  }

  /** How the day was counted, one line a step. */
  public List<String> steps() {
    return date == null ? List.of() : date.steps();
  }

  /** Whether somebody has to look at it. */
  public boolean isAlarming() {
    return state == State.LATE || state == State.URGENT || state == State.PASSED;
  }
}
