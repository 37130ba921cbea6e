package org.proffer.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.RecordView;

/**
 * Something on a timeline.
 *
 * @param id of the record
 * @param kind name of its kind
 * @param day in the zone of the district
 * @param moment null where it is not known so exactly
 * @param until last day of what went on for longer, included
 * @param known day it became known
 * @param text what else is said about it
 * @param source where that is from
 * @param item the evidence item that shows it
 * @param message the message that shows it
 */
public record TimelineEntry(
    UUID id,
    String kind,
    Lane lane,
    String title,
    LocalDate day,
    @Nullable Instant moment,
    Precision precision,
    @Nullable LocalDate until,
    @Nullable LocalDate known,
    String text,
    String source,
    @Nullable UUID item,
    @Nullable UUID message,
    List<UUID> parties,
    List<String> tags) {
  public TimelineEntry {
    parties = List.copyOf(parties);
    tags = List.copyOf(tags);
  }

  static TimelineEntry of(RecordView<Event> record) {
    Event event = record.content();
    return new TimelineEntry(
        record.id(),
        record.kind().name(),
        Objects.requireNonNull(event.lane(), "lane"),
        event.title(),
        Objects.requireNonNull(event.day(), "day"),
        event.moment(),
        Objects.requireNonNull(event.precision(), "precision"),
        event.until(),
        event.known(),
        event.detail(),
        event.source(),
        event.item(),
        event.message(),
        event.parties(),
        event.tags());
  }

  static TimelineEntry of(RecordView<Hearing> record, ZoneId zone) {
    Hearing hearing = record.content();
    Instant moment = Objects.requireNonNull(hearing.moment(), "moment");
    return new TimelineEntry(
        record.id(),
        record.kind().name(),
        Lane.COURT,
        record.title(),
        moment.atZone(zone).toLocalDate(),
        moment,
        Precision.MOMENT,
        null,
        null,
        String.join("\n", List.of(hearing.place(), hearing.result())).strip(),
        "",
        null,
        null,
        hearing.parties(),
        hearing.tags());
  }

  /** What sorts entries of the same day: those without a moment first. */
  long order() {
    Instant exactly = moment;
    return exactly == null ? Long.MIN_VALUE : exactly.getEpochSecond();
  }
}
