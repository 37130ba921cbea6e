package org.proffer.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/**
 * Something that happened.
 *
 * @param day when it happened, in the zone of the district; the first day of the month where only
 *     that is known
 * @param moment when exactly; null where it is not known so exactly
 * @param until last day of what went on for longer, included
 * @param known day it became known to the government
 * @param item the evidence item that shows it
 * @param message the message that shows it
 */
public record Event(
    @Field(label = "Title", required = true, column = true) String title,
    @Field(label = "Lane", required = true, column = true) @Nullable Lane lane,
    @Field(
            label = "Day",
            hint = "In the zone of the district. Follows from the moment.",
            column = true)
        @Nullable LocalDate day,
    @Field(label = "Moment (UTC)", hint = "Where it is known to the minute.")
        @Nullable Instant moment,
    @Field(
            label = "Precision",
            hint = "Left empty: day, or moment where one is entered.",
            column = true)
        @Nullable Precision precision,
    @Field(label = "Last day", hint = "Of what went on for longer.") @Nullable LocalDate until,
    @Field(label = "Became known", column = true) @Nullable LocalDate known,
    @Field(label = "Detail", most = 4_000, lines = 3) String detail,
    @Field(label = "Source", most = 1_000, lines = 2, column = true) String source,
    @Field(label = "Evidence item", refersTo = "evidence-item") @Nullable UUID item,
    @Field(
            label = "Message",
            hint = "Put it on the timeline from the message itself; then its id stands here.",
            refersTo = "message")
        @Nullable UUID message,
    @Field(label = "Parties", refersTo = "party") List<UUID> parties,
    @Field(label = "Tags", hint = "One a line.", most = 60) List<String> tags) {
  public Event {
    parties = List.copyOf(parties);
    tags = List.copyOf(tags);
  }

  Event at(LocalDate onDay, Precision exactly) {
    return new Event(
        title, lane, onDay, moment, exactly, until, known, detail, source, item, message, parties,
        tags);
  }
}
