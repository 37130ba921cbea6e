package org.proffer.timeline;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.cases.Cases;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;

/** Events, in the order of time. */
@Dependent
public class EventKind extends RecordKind<Event> {
  @Inject private Cases cases;

  /** Declares the kind. */
  public EventKind() {
    super("event", "events", "Event", Event.class);
  }

  @Override
  public String title(Event event) {
    return event.title();
  }

  @Override
  public long order(Event event) {
    Instant moment = event.moment();
    return moment != null
        ? moment.getEpochSecond()
        : Objects.requireNonNull(event.day(), "day").atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  @Override
  public Event completed(Written<Event> written) {
    Event event = written.after();
    Instant moment = event.moment();
    Precision precision =
        event.precision() != null
            ? event.precision()
            : moment == null ? Precision.DAY : Precision.MOMENT;
    LocalDate day =
        moment != null
            ? moment.atZone(cases.get(new CaseId(written.caseId())).court().zone()).toLocalDate()
            : event.day();
    if (day == null) {
      throw new InvalidInput("Day", "When it happened is missing.", "Enter a day, or a moment.");
    }
    return event.at(precision == Precision.MONTH ? day.withDayOfMonth(1) : day, precision);
  }

  @Override
  public void check(Written<Event> written) {
    Event event = written.after();
    if ((event.precision() == Precision.MOMENT) != (event.moment() != null)) {
      throw new InvalidInput(
          "Precision",
          "The precision “moment” and a moment go together.",
          "Enter the moment, or choose another precision and leave it out.");
    }
    LocalDate day = event.day();
    LocalDate until = event.until();
    if (day != null && until != null && until.isBefore(day)) {
      throw new InvalidInput(
          "Last day",
          until + " is before " + day + ".",
          "Enter a day that is not before the first.");
    }
  }

  @Override
  public Action viewing() {
    return Action.VIEW_TIMELINE;
  }
}
