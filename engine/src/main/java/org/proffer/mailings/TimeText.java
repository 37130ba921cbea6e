package org.proffer.mailings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Reads a moment as logs write it: {@code 2026-03-02T10:00:00Z}, {@code 2026-03-02
 * 10:00:00.123-05:00}, or without an offset, then in a zone that was said for the whole list. The
 * result is in milliseconds since 1970-01-01T00:00Z.
 */
final class TimeText {
  private static final String NEXT =
      "Write it as 2026-03-02T10:00:00-05:00, or without the offset if all times are of one zone.";
  private static final long DAY = 86_400_000L;

  private final ZoneId zone;

  TimeText(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Reads a moment.
   *
   * @param dayAlone whether a day without a time is taken, as its first moment
   */
  long millis(String text, boolean dayAlone) {
    int length = text.length();
    if (length < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw unreadable(text);
    }
    LocalDate day = day(text);
    if (length == 10) {
      if (!dayAlone) {
        throw new Unreadable("“" + text + "” has no time of day", NEXT);
      }
      return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
    char between = text.charAt(10);
    if ((between != 'T' && between != ' ' && between != 't') || length < 16) {
      throw unreadable(text);
    }
    int at = 16;
    int hour = digits(text, 11, 2);
    int minute = digits(text, 14, 2);
    int second = 0;
    int milli = 0;
    if (text.charAt(13) != ':' || hour > 23 || minute > 59) {
      throw unreadable(text);
    }
    if (at < length && text.charAt(at) == ':') {
      second = digits(text, at + 1, 2);
      at += 3;
      if (second > 60) {
        throw unreadable(text);
      }
      second = Math.min(second, 59); // a leap second
      if (at < length && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
        int scale = 100;
        for (at++; at < length && isDigit(text.charAt(at)); at++) {
          milli += (text.charAt(at) - '0') * scale;
          scale /= 10;
        }
      }
    }
    if (at == length) {
      return LocalDateTime.of(
                  day.getYear(), day.getMonthValue(), day.getDayOfMonth(), hour, minute, second)
              .atZone(zone)
              .toInstant()
              .toEpochMilli()
          + milli;
    }
    long local = day.toEpochDay() * DAY + ((hour * 60L + minute) * 60 + second) * 1000 + milli;
    return local - offset(text, at) * 60_000L;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    } catch (DateTimeException e) {
      throw unreadable(text);
    }
  }

  /** Minutes east of UTC. */
  private static int offset(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    String rest = text.substring(at);
    if (rest.equals("Z") || rest.equals("z") || rest.equals("UTC") || rest.equals("GMT")) {
      return 0;
    }
    char sign = rest.isEmpty() ? ' ' : rest.charAt(0);
    if ((sign != '+' && sign != '-') || rest.length() < 3) {
      throw unreadable(text);
    }
    int hours = digits(rest, 1, 2);
    int minutes = rest.length() == 3 ? 0 : digits(rest, rest.charAt(3) == ':' ? 4 : 3, 2);
    if (hours > 18 || minutes > 59) {
      throw unreadable(text);
    }
    return (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
  }

  private static int digits(String text, int from, int count) {
    int value = 0;
    if (from + count > text.length()) {
      throw unreadable(text);
    }
    for (int i = from; i < from + count; i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        throw unreadable(text);
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Unreadable unreadable(String text) {
    return new Unreadable(
        text.isEmpty() ? "it is empty" : "“" + shortened(text) + "” is no date and time", NEXT);
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
