package org.proffer.timeline;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Uid;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

/**
 * Entries of a calendar as RFC 5545 has them: moments in UTC, days as days, the record's id for the
 * whole life of the entry.
 */
final class ICalendarText {
  private static final int MOST_OCTETS = 75;

  private ICalendarText() {}

  static String of(List<CalendarEntry> entries) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Proffer//Calendar//EN");
    calendar.setMethod(Method.publish());
    calendar.setName("Proffer");
    entries.forEach(entry -> calendar.addEvent(event(entry)));
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      // The library folds by characters, the standard by octets (RFC 5545, 3.1).
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folded(text.toString());
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    int octets = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      int length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (point == '\r' || point == '\n') {
        octets = -1;
      } else if (octets + length > MOST_OCTETS) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.appendCodePoint(point);
      octets = octets < 0 ? 0 : octets + length;
      at += Character.charCount(point);
    }
    return folded.toString();
  }

  private static VEvent event(CalendarEntry entry) {
    VEvent event = new VEvent();
    event.setUid(new Uid(entry.id() + "@proffer"));
    event.setDateTimeStamp(Date.from(entry.changedAt()));
    event.setLastModified(Date.from(entry.changedAt()));
    event.setSequence(entry.version() - 1);
    event.setSummary(entry.title() + ", " + entry.caseTitle());
    if (!entry.place().isEmpty()) {
      event.setLocation(entry.place());
    }
    Instant moment = entry.moment();
    if (moment == null) {
      event.setDateStart(new DateStart(day(entry.day())));
      event.setDateEnd(new DateEnd(day(entry.day().plusDays(1))));
    } else {
      event.setDateStart(Date.from(moment));
    }
    return event;
  }

  private static ICalDate day(LocalDate day) {
    return new ICalDate(
        new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
  }
}
