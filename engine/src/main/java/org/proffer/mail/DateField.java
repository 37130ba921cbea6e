package org.proffer.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as header fields write it (RFC 5322 3.3 and 4.3), read as leniently as is
 * unambiguous. A form that could mean two days, such as {@code 02-07-2024}, is not read.
 */
final class DateField {
  private static final int FIRST_YEAR = 1971;
  private static final int LAST_YEAR = 2100;
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> WEEKDAYS =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private static final Pattern COMMENT = Pattern.compile("\\([^()]{0,200}\\)");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String TIME = "(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?(?:\\.\\d{1,9})?";
  private static final String ZONE =
      "(?: {0,4}(?:(?:gmt|utc) ?(?=[+-]))?([+-]{1,2}\\d{1,2}:?\\d{2}|[a-z]{1,4}))?";

  /** The form of RFC 5322 without its obsolete parts, once comments are gone. */
  private static final Pattern STANDARD =
      Pattern.compile(
          "(?:[a-z]{3},)? ?\\d{1,2} [a-z]{3} \\d{4} \\d{2}:\\d{2}(?::\\d{2})? [+-]\\d{4} ?");

  /** The same with two-digit years and named zones. */
  private static final Pattern OBSOLETE =
      Pattern.compile(
          "(?:[a-z]{3} ?,)? ?\\d{1,2} [a-z]{3} \\d{2,4} \\d{2} ?: ?\\d{2}(?: ?: ?\\d{2})? "
              + "(?:[+-]\\d{4}|ut|gmt|[ecmp][sd]t|[a-ik-z]) ?");

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})[ -]{1,4}([a-z]{3})[a-z]{0,6}[ .,-]{1,4}(\\d{2,4})[ ,]{1,4}" + TIME + ZONE);
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "([a-z]{3})[a-z]{0,6}[ .]{1,3}(\\d{1,2}),? {1,3}"
              + TIME
              + ZONE
              + " {1,3}(\\d{4})(?![\\d:])");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "([a-z]{3})[a-z]{0,6}[ .]{1,3}(\\d{1,2}),? {1,3}(\\d{4}),? {1,3}" + TIME + ZONE);
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:t| {1,3}(?:[a-z]{3},? )?)" + TIME + ZONE);

  private DateField() {}

  /**
   * What was read.
   *
   * @param instant null where it cannot be read, or lies in no year in which mail is sent
   * @param defects what departs from the form of today
   */
  record Reading(@Nullable Instant instant, Set<DefectCode> defects) {
    static Reading unreadable() {
      return new Reading(null, EnumSet.of(DefectCode.UNREADABLE_DATE));
    }
  }

  /** The pieces of a date and time as written. */
  private record Pieces(
      String year,
      int month,
      String day,
      String hour,
      String minute,
      @Nullable String second,
      @Nullable String zone) {}

  /** The instant, or null where it cannot be read. */
  static @Nullable Instant read(String field) {
    return examine(field).instant;
  }

  /**
   * The instant with what is wrong with the way it is written; a missing or unknown zone counts as
   * UTC (RFC 5322 4.3) and is a defect.
   */
  static Reading examine(String field) {
    String bare = field.indexOf('(') >= 0 ? COMMENT.matcher(field).replaceAll(" ") : field;
    String text = SPACE.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    Pieces pieces = pieces(text);
    if (pieces == null) {
      return Reading.unreadable();
    }
    Set<DefectCode> defects = EnumSet.noneOf(DefectCode.class);
    if (!STANDARD.matcher(text).matches()) {
      boolean obsolete =
          OBSOLETE.matcher(text).matches() && !ZoneName.isUnknown(String.valueOf(pieces.zone));
      defects.add(obsolete ? DefectCode.OBSOLETE_DATE : DefectCode.IRREGULAR_DATE);
    }
    try {
      return read(text, pieces, defects);
    } catch (DateTimeException impossible) {
      return Reading.unreadable();
    }
  }

  private static Reading read(String text, Pieces pieces, Set<DefectCode> defects) {
    int year = Integer.parseInt(pieces.year);
    if (pieces.year.length() < 4) {
      year += year < 50 ? 2000 : 1900;
    }
    String second = pieces.second;
    LocalDateTime local =
        LocalDateTime.of(
            year,
            pieces.month,
            Integer.parseInt(pieces.day),
            Integer.parseInt(pieces.hour),
            Integer.parseInt(pieces.minute),
            second == null ? 0 : leapless(Integer.parseInt(second)));
    if (text.length() > 3) {
      int weekday = WEEKDAYS.indexOf(text.substring(0, 3));
      if (weekday >= 0 && weekday + 1 != local.getDayOfWeek().getValue()) {
        defects.add(DefectCode.WRONG_WEEKDAY);
      }
    }
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      defects.add(DefectCode.IMPLAUSIBLE_YEAR);
      return new Reading(null, defects);
    }
    return new Reading(
        local.toInstant(ZoneOffset.UTC).minusSeconds(seconds(pieces.zone, defects)), defects);
  }

  private static int leapless(int second) {
    return second == 60 ? 59 : second;
  }

  private static @Nullable Pieces pieces(String text) {
    Matcher m = DAY_FIRST.matcher(text);
    if (m.find()) {
      return month(m.group(3), m.group(2), m.group(1), m, 4);
    }
    m = YEAR_LAST.matcher(text);
    if (m.find()) {
      return month(m.group(7), m.group(1), m.group(2), m, 3);
    }
    m = MONTH_FIRST.matcher(text);
    if (m.find()) {
      return month(m.group(3), m.group(1), m.group(2), m, 4);
    }
    m = YEAR_FIRST.matcher(text);
    if (m.find()) {
      return new Pieces(
          m.group(1),
          Integer.parseInt(m.group(2)),
          m.group(3),
          m.group(4),
          m.group(5),
          m.group(6),
          m.group(7));
    }
    return null;
  }

  private static @Nullable Pieces month(
      String year, String name, String day, Matcher m, int timeGroup) {
    int month = MONTHS.indexOf(name) + 1;
    return month == 0
        ? null
        : new Pieces(
            year,
            month,
            day,
            m.group(timeGroup),
            m.group(timeGroup + 1),
            m.group(timeGroup + 2),
            m.group(timeGroup + 3));
  }

  /** Seconds east of Greenwich; RFC 5322 allows any number of hours up to 99. */
  private static int seconds(@Nullable String zone, Set<DefectCode> defects) {
    if (zone == null) {
      return 0;
    }
    char sign = zone.charAt(0);
    if (sign != '+' && sign != '-') {
      return ZoneName.seconds(zone);
    }
    // Of "+-0500" the sign beside the digits counts.
    boolean west = zone.lastIndexOf('-') >= 0;
    String digits = zone.replaceAll("\\D", "");
    int split = digits.length() - 2;
    int hours = Integer.parseInt(digits.substring(0, split));
    int minutes = Integer.parseInt(digits.substring(split));
    if (hours > 14 || minutes > 59) {
      defects.remove(DefectCode.OBSOLETE_DATE);
      defects.add(DefectCode.IRREGULAR_DATE);
    }
    int total = hours * 3600 + minutes * 60;
    return west ? -total : total;
  }
}
