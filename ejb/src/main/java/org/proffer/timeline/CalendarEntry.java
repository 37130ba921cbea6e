package org.proffer.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hearing or a dated event, on a person's calendar.
 *
 * @param id of the record
 * @param kind name of its kind
 * @param day in the zone of the court
 * @param moment null where only the day is known
 * @param zone of the court
 * @param place where; empty where not said
 * @param version of the record
 * @param changedAt when that version was written
 */
public record CalendarEntry(
    UUID id,
    String kind,
    UUID caseId,
    String caseTitle,
    String title,
    LocalDate day,
    @Nullable Instant moment,
    Precision precision,
    ZoneId zone,
    String place,
    int version,
    Instant changedAt) {}
