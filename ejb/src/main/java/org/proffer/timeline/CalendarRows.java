package org.proffer.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.proffer.cases.Courts;
import org.proffer.platform.JsonText;

/** Hearings and events in the cases of a login; the wall stands inside the query. */
@ApplicationScoped
class CalendarRows {
  private static final String ROWS =
      """
      select r.id, r.kind, r.case_id, f.title case_title, r.title, r.content::text, f.court, r.version, r.changed_at
      from proffer.case_record r
      join proffer.case_member me on me.case_id = r.case_id and me.login = :login
      join proffer.case_file f on f.id = r.case_id
      where r.kind in ('event', 'hearing') and not r.removed and\s""";

  @PersistenceContext private EntityManager entities;
  @Inject private Courts courts;
  @Inject private EventKind events;
  @Inject private HearingKind hearings;

  /** What falls on one of these days, both included, by day and then by time. */
  List<CalendarEntry> between(String login, LocalDate first, LocalDate last) {
    // What is on a day in the zone of a court may be on the day before or after in UTC.
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            ROWS + "r.sort_order between :first and :last order by r.sort_order, r.title",
            Object[].class)
        .setParameter("login", login)
        .setParameter("first", first.minusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond())
        .setParameter("last", last.plusDays(2).atStartOfDay(ZoneOffset.UTC).toEpochSecond())
        .getResultList()
        .stream()
        .map(this::entry)
        .filter(entry -> !entry.day().isBefore(first) && !entry.day().isAfter(last))
        .toList();
  }

  /** The newest hearings and events of the court; none of a sealed case. */
  List<CalendarEntry> ofCourts(String login, int most) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            ROWS
                + "not f.sealed and (r.kind = 'hearing' or r.content->>'lane' = 'COURT')"
                + " order by r.sort_order desc, r.title limit :most",
            Object[].class)
        .setParameter("login", login)
        .setParameter("most", most)
        .getResultList()
        .stream()
        .map(this::entry)
        .toList();
  }

  private CalendarEntry entry(Object[] row) {
    ZoneId zone = courts.get((String) row[6]).zone();
    return row[1].equals(hearings.name())
        ? entry(row, zone, hearings.read(json(row[5])))
        : entry(row, zone, events.read(json(row[5])));
  }

  private static JsonObject json(Object content) {
    return JsonText.object((String) content);
  }

  private static CalendarEntry entry(Object[] row, ZoneId zone, Hearing hearing) {
    Instant moment = Objects.requireNonNull(hearing.moment(), "moment");
    return new CalendarEntry(
        (UUID) row[0],
        (String) row[1],
        (UUID) row[2],
        (String) row[3],
        (String) row[4],
        moment.atZone(zone).toLocalDate(),
        moment,
        Precision.MOMENT,
        zone,
        hearing.place(),
        (Integer) row[7],
        (Instant) row[8]);
  }

  private static CalendarEntry entry(Object[] row, ZoneId zone, Event event) {
    return new CalendarEntry(
        (UUID) row[0],
        (String) row[1],
        (UUID) row[2],
        (String) row[3],
        (String) row[4],
        Objects.requireNonNull(event.day(), "day"),
        event.moment(),
        Objects.requireNonNull(event.precision(), "precision"),
        zone,
        "",
        (Integer) row[7],
        (Instant) row[8]);
  }
}
