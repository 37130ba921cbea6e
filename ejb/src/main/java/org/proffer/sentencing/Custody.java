package org.proffer.sentencing;

import org.jspecify.annotations.Nullable;
import org.proffer.law.sentencing.Term;
import org.proffer.platform.InvalidInput;
import org.proffer.records.Labelled;

/** How a judgment states imprisonment. */
public enum Custody implements Labelled {
  /** None. */
  NONE("None"),
  /** So many months, and days beyond them. */
  MONTHS("Months"),
  /** The time already spent in custody; the months say how long that was, where it is known. */
  TIME_SERVED("Time served"),
  /** Life. */
  LIFE("Life");

  private final String label;

  Custody(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** What months and days alone say: a number of them, or none. */
  static Custody stated(
      @Nullable Custody custody, @Nullable Integer months, @Nullable Integer days) {
    return custody != null ? custody : months == null && days == null ? NONE : MONTHS;
  }

  /** The term; null for none. */
  static @Nullable Term term(
      @Nullable Custody custody, @Nullable Integer months, @Nullable Integer days) {
    return switch (stated(custody, months, days)) {
      case NONE -> null;
      case LIFE -> new Term.Life();
      case MONTHS -> fixed(months, days);
      case TIME_SERVED ->
          new Term.TimeServed(months == null && days == null ? null : fixed(months, days));
    };
  }

  private static Term.Fixed fixed(@Nullable Integer months, @Nullable Integer days) {
    return new Term.Fixed(months == null ? 0 : months, days == null ? 0 : days);
  }

  static void check(@Nullable Custody custody, @Nullable Integer months, @Nullable Integer days) {
    if ((months != null && months < 0) || (days != null && (days < 0 || days > 29))) {
      throw new InvalidInput(
          "Months", "A term has 0 months or more, and 0 to 29 days.", "Check the two numbers.");
    }
    if (custody == MONTHS && months == null && days == null) {
      throw new InvalidInput("Months", "The months are empty.", "Enter how many.");
    }
    if ((custody == NONE || custody == LIFE) && (months != null || days != null)) {
      throw new InvalidInput(
          "Months", custody.label() + " has no months.", "Take out the number, or choose Months.");
    }
  }
}
