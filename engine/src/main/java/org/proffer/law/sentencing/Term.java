package org.proffer.law.sentencing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A term of imprisonment as a judgment states it. */
public sealed interface Term {

  /** The length, if the judgment or the record gives one. */
  Optional<Fixed> length();

  /** As a lawyer reads it: {@code 12 months and 1 day}. */
  String words();

  /** Whether it is certainly longer than so many months. */
  default boolean exceeds(int months) {
    return length().map(fixed -> fixed.compareTo(new Fixed(months, 0)) > 0).orElse(false);
  }

  /** Whether it is certainly shorter than so many months. */
  default boolean isUnder(int months) {
    return length().map(fixed -> fixed.compareTo(new Fixed(months, 0)) < 0).orElse(false);
  }

  /**
   * Months and days.
   *
   * @param months at least 0
   * @param days beyond the months, 0 to 29
   */
  record Fixed(int months, int days) implements Term, Comparable<Fixed> {
    public Fixed {
      if (months < 0 || days < 0 || days > 29) {
        throw new IllegalArgumentException(months + " months, " + days + " days");
      }
    }

    @Override
    public Optional<Fixed> length() {
      return Optional.of(this);
    }

    @Override
    public String words() {
      String wordsOfDays = days + (days == 1 ? " day" : " days");
      String wordsOfMonths = months + (months == 1 ? " month" : " months");
      if (days == 0) {
        return wordsOfMonths;
      }
      return months == 0 ? wordsOfDays : wordsOfMonths + " and " + wordsOfDays;
    }

    /** One after the other; thirty days make a month. */
    Fixed then(Fixed next) {
      int together = days + next.days;
      return new Fixed(months + next.months + together / 30, together % 30);
    }

    @Override
    public int compareTo(Fixed other) {
      return months != other.months
          ? Integer.compare(months, other.months)
          : Integer.compare(days, other.days);
    }
  }

  /** Life. */
  record Life() implements Term {
    @Override
    public Optional<Fixed> length() {
      return Optional.empty();
    }

    @Override
    public boolean exceeds(int months) {
      return true;
    }

    @Override
    public String words() {
      return "life";
    }
  }

  /**
   * The time already spent in custody.
   *
   * @param served how long that is, if it is recorded
   */
  record TimeServed(@Nullable Fixed served) implements Term {
    @Override
    public Optional<Fixed> length() {
      return Optional.ofNullable(served);
    }

    @Override
    public String words() {
      return served == null ? "time served" : "time served (" + served.words() + ")";
    }
  }
}
