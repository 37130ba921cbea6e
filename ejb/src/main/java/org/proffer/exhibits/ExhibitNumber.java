package org.proffer.exhibits;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an exhibit, for example {@code GX-12A}.
 *
 * @param number from 1 to {@value #MOST}
 * @param letter of a part of an exhibit, upper case; empty for the whole
 */
public record ExhibitNumber(Exhibit.Series series, int number, String letter) {
  /** The largest number. */
  public static final int MOST = 99_999;

  private static final Pattern WRITTEN = Pattern.compile("([A-Z]+)-(\\d{1,5})([A-Z]{0,3})");

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if they make no number
   */
  public ExhibitNumber {
    if (number < 1 || number > MOST || !letter.matches("[A-Z]{0,3}")) {
      throw new IllegalArgumentException("no number of an exhibit: " + number + letter);
    }
  }

  /** Reads what {@link #toString} wrote; empty for anything else. */
  public static Optional<ExhibitNumber> read(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) < 1) {
      return Optional.empty();
    }
    for (Exhibit.Series series : Exhibit.Series.values()) {
      if (series.prefix().equals(parts.group(1))) {
        return Optional.of(
            new ExhibitNumber(series, Integer.parseInt(parts.group(2)), parts.group(3)));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return series.prefix() + "-" + number + letter;
  }
}
