package org.proffer.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ICalendarTextTest {
  private static final UUID ID = UUID.fromString("01939a2e-5f3c-7c1a-8a11-0c5b6e1f0a01");

  private static String text(String title, @Nullable Instant moment) {
    return ICalendarText.of(
        List.of(
            new CalendarEntry(
                ID,
                "hearing",
                UUID.fromString("01939a2e-5f3c-7c1a-8a11-0c5b6e1f0a02"),
                "United States v. Doe",
                title,
                LocalDate.of(2009, 11, 23),
                moment,
                moment == null ? Precision.DAY : Precision.MOMENT,
                ZoneId.of("America/Detroit"),
                "Courtroom 218; Detroit",
                3,
                Instant.parse("2009-11-01T12:00:00Z"))));
  }

  @Test
  void aMomentIsWrittenInUtcWithAStableIdAndTheMomentOfItsLastVersion() {
    assertThat(text("Sentencing", Instant.parse("2009-11-23T19:30:00Z")).split("\r\n"))
        .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
        .contains(
            "UID:" + ID + "@proffer",
            "DTSTAMP:20091101T120000Z",
            "SEQUENCE:2",
            "DTSTART:20091123T193000Z",
            "LOCATION:Courtroom 218\\; Detroit",
            "SUMMARY:Sentencing\\, United States v. Doe")
        .endsWith("END:VEVENT", "END:VCALENDAR");
  }

  @Test
  void aDayIsWrittenAsADayThatEndsBeforeTheNext() {
    assertThat(text("Filing due", null).split("\r\n"))
        .contains("DTSTART;VALUE=DATE:20091123", "DTEND;VALUE=DATE:20091124");
  }

  @Test
  void linesAreFoldedAtSeventyFiveOctetsAndWhatWouldBreakThemIsEscaped() {
    String text =
        text("Motion\nto suppress, " + "§ 1037 ".repeat(40), Instant.parse("2009-11-23T19:30:00Z"));

    assertThat(text.split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    assertThat(text.replace("\r\n ", "")).contains("SUMMARY:Motion\\nto suppress\\, § 1037 § 1037");
  }
}
