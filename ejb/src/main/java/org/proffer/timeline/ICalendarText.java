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
  private ICalendarText() {}

  static String of(List<CalendarEntry> entries) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Proffer//Calendar//EN");
    calendar.setMethod(Method.publish());
    calendar.setName("Proffer");
    entries.forEach(entry -> calendar.addEvent(event(entry)));
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
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
