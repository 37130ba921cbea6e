package org.proffer.timeline;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.proffer.access.Access;
import org.proffer.access.Action;

/** The calendar of the person who asks: hearings and dated events of all the person's cases. */
@Stateless
public class Calendars {
  @Inject private Access access;
  @Inject private CalendarRows rows;

  /** What falls on one of these days, both included, by day and then by time. */
  public List<CalendarEntry> between(LocalDate first, LocalDate last) {
    return rows.between(access.require(Action.SEE_CALENDAR).login(), first, last);
  }
}
