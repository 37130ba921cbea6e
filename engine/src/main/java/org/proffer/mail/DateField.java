package org.proffer.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as header fields write it (RFC 5322 3.3 and 4.3), read as leniently as is
 * unambiguous.
 */
final class DateField {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> ZONES =
      Map.of(
          "ut", 0, "gmt", 0, "utc", 0, "z", 0, "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst",
          -7, "mdt", -6);
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,2})[ -]{1,4}([a-z]{3})[a-z]{0,6}[ -]{1,4}(\\d{2,4})[ ,]{1,4}(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d{1,9})?"
              + "(?: {0,4}([+-]\\d{4}|[a-z]{1,4}))?");

  private DateField() {}

  /**
   * The instant, or null where it cannot be read; a missing or unknown zone counts as UTC (RFC 5322
   * 4.3).
   */
  static @Nullable Instant read(String field) {
    String text =
        field
            .replaceAll("\\([^()]{0,200}\\)", " ")
            .replaceAll("\\s+", " ")
            .toLowerCase(Locale.ROOT);
    Matcher m = FORM.matcher(text);
    if (!m.find()) {
      return null;
    }
    int month = MONTHS.indexOf(m.group(2)) + 1;
    int year = Integer.parseInt(m.group(3));
    year = year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year;
    String seconds = m.group(6);
    try {
      return LocalDateTime.of(
              year,
              month,
              Integer.parseInt(m.group(1)),
              Integer.parseInt(m.group(4)),
              Integer.parseInt(m.group(5)),
              seconds == null ? 0 : Math.min(59, Integer.parseInt(seconds)))
          .toInstant(zone(m.group(7)));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private static ZoneOffset zone(@Nullable String zone) {
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    if (zone.startsWith("+") || zone.startsWith("-")) {
      int sign = zone.startsWith("-") ? -1 : 1;
      int hours = Integer.parseInt(zone.substring(1, 3));
      int minutes = Integer.parseInt(zone.substring(3));
      return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
    Integer hours =
        zone.equals("pst")
            ? Integer.valueOf(-8)
            : zone.equals("pdt") ? Integer.valueOf(-7) : ZONES.get(zone);
    return hours == null ? ZoneOffset.UTC : ZoneOffset.ofHours(hours);
  }
}
