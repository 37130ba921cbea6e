package org.proffer.web.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.proffer.timeline.Precision;

/** When something happened, in words, as exactly as it is known. */
public final class WhenText {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.US);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.US);

  private WhenText() {}

  /** A month, for example {@code November 2009}. */
  public static String month(LocalDate day) {
    return MONTH.format(day);
  }

  /** The day, the month, about when; a moment in the zone of the district. */
  public static String of(
      LocalDate day,
      @Nullable Instant moment,
      Precision precision,
      @Nullable LocalDate until,
      ZoneId zone) {
    String begins =
        switch (precision) {
          case MOMENT -> moment == null ? day.toString() : LOCAL.format(moment.atZone(zone));
          case DAY -> day.toString();
          case MONTH -> month(day);
          case ABOUT -> "about " + day;
        };
    return until == null ? begins : begins + " to " + until;
  }

  /** A moment in UTC; empty where none is known. */
  public static String utc(@Nullable Instant moment) {
    return moment == null ? "" : UTC.format(moment);
  }
}
