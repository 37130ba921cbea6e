package org.proffer.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.proffer.records.DayPrecision;

/** How documents write days, sums and lists. */
final class ModelWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM\u00a0d, yyyy", Locale.US);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ModelWords() {}

  /** {@code November 23, 2009}. */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** As exactly as it is known: {@code December 2008}, {@code about June 22, 2009}. */
  static String day(LocalDate day, @Nullable DayPrecision precision) {
    return precision == DayPrecision.ABOUT
        ? "about " + day(day)
        : precision == null || precision == DayPrecision.DAY
            ? day(day)
            : DayPrecision.words(day, precision);
  }

  /** {@code 2009-11-23 10:00:00 UTC}. */
  static String moment(Instant at) {
    return MOMENT.format(at) + "\u00a0UTC";
  }

  /** {@code $250,000.00}. */
  static String dollars(BigDecimal amount) {
    return String.format(Locale.US, "$%,.2f", amount);
  }

  /** {@code 2,000}. */
  static String number(long count) {
    return String.format(Locale.US, "%,d", count);
  }

  /** {@code one, two and three}. */
  static String list(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1))
            + " and "
            + words.get(words.size() - 1);
  }

  /** {@code 5 years}, {@code 18 months}. */
  static String term(int months) {
    return months % 12 == 0 && months >= 12
        ? months / 12 + (months == 12 ? " year" : " years")
        : months + (months == 1 ? " month" : " months");
  }

  /** Initials, for public copies: {@code J.Q.D.}. */
  static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String part : name.split("[\\s-]+", -1)) {
      part.codePoints()
          .filter(Character::isLetter)
          .findFirst()
          .ifPresent(c -> initials.appendCodePoint(Character.toUpperCase(c)).append('.'));
    }
    return initials.toString();
  }
}
