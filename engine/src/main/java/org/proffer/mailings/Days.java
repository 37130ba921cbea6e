package org.proffer.mailings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.proffer.law.deadlines.BusinessDays;

/** Days of moments in milliseconds. */
final class Days {
  private static final long DAY = 86_400_000L;

  private Days() {}

  /** Days since 1970-01-01, UTC. */
  static int of(long millis) {
    return Math.toIntExact(Math.floorDiv(millis, DAY));
  }

  /** The last business day of a period that begins with a moment, where that moment is read. */
  static LocalDate last(long millis, ZoneId zone, int grace) {
    return BusinessDays.after(LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone), grace);
  }

  /** How many business days lie after a day up to another, which is included; 0 if none. */
  static int between(LocalDate after, LocalDate until) {
    int count = 0;
    for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
      count += BusinessDays.isBusinessDay(day) ? 1 : 0;
    }
    return count;
  }
}
