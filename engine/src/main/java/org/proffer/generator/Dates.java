package org.proffer.generator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Dates as mail writes them, without any locale. */
final class Dates {
  private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private Dates() {}

  /** RFC 5322 3.3, in UTC. */
  static String rfc5322(Instant at) {
    LocalDateTime t = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    return day(t)
        + ", "
        + t.getDayOfMonth()
        + " "
        + month(t)
        + " "
        + t.getYear()
        + " "
        + time(t)
        + " +0000";
  }

  /** As in the separator of an mbox. */
  static String asctime(Instant at) {
    LocalDateTime t = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    String number = Integer.toString(t.getDayOfMonth());
    return day(t)
        + " "
        + month(t)
        + " "
        + (number.length() == 1 ? " " : "")
        + number
        + " "
        + time(t)
        + " "
        + t.getYear();
  }

  private static String day(LocalDateTime t) {
    return DAYS[t.getDayOfWeek().getValue() - 1];
  }

  private static String month(LocalDateTime t) {
    return MONTHS[t.getMonthValue() - 1];
  }

  private static String time(LocalDateTime t) {
    return two(t.getHour()) + ":" + two(t.getMinute()) + ":" + two(t.getSecond());
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
