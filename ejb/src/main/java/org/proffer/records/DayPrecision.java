package org.proffer.records;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How exactly a day is known. */
public enum DayPrecision implements Labelled {
  /** That day. */
  DAY("The day"),
  /** Some day of that month; the day written is its first. */
  MONTH("The month"),
  /** Some day of that year; the day written is its first. */
  YEAR("The year"),
  /** Around that day. */
  ABOUT("About");

  private static final DateTimeFormatter OF_MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private final String label;

  DayPrecision(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * A day as far as it is known: {@code 2008-10-31}, {@code October 2008}, {@code 2008}, {@code
   * about 2008-10-31}.
   *
   * @param precision null where nobody said: then the day is meant
   */
  public static String words(LocalDate day, @Nullable DayPrecision precision) {
    return switch (precision == null ? DAY : precision) {
      case DAY -> day.toString();
      case MONTH -> OF_MONTH.format(day);
      case YEAR -> Integer.toString(day.getYear());
      case ABOUT -> "about " + day;
    };
  }

  /** The day that is written for one that is not known: the first of its month or year. */
  public static LocalDate written(LocalDate day, @Nullable DayPrecision precision) {
    return precision == MONTH
        ? day.withDayOfMonth(1)
        : precision == YEAR ? day.withDayOfYear(1) : day;
  }
}
