package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Counts what messages are made of. */
@ApplicationScoped
class FiguresQuery {
  private static final int STEPS = 92;
  private static final int DOMAINS = 15;
  private static final int DEFECTS = 25;

  @PersistenceContext private EntityManager entities;

  /**
   * How far apart the steps of the time line are; a few false dates far from all others do not
   * count.
   */
  private enum Unit {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    Unit(ChronoUnit unit) {
      this.unit = unit;
    }

    /** The smallest with which the time line has not too many steps. */
    static Unit over(@Nullable Instant first, @Nullable Instant last) {
      for (Unit each : values()) {
        if (first == null
            || last == null
            || each.unit.between(first.atOffset(ZoneOffset.UTC), last.atOffset(ZoneOffset.UTC))
                < STEPS) {
          return each;
        }
      }
      return YEAR;
    }

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  MessageFigures of(MessageFilter filter) {
    Object[] whole =
        rows(
                filter,
                "select count(*), percentile_disc(0.01) within group (order by sent_at), percentile_disc(0.99) within group (order by sent_at),"
                    + " count(*) filter (where sent_at is null), 0 from chosen")
            .get(0);
    Unit unit = Unit.over((Instant) whole[1], (Instant) whole[2]);
    List<MessageFigures.Step> times = new ArrayList<>();
    for (Object[] row :
        rows(
            filter,
            "select cast(date_trunc('"
                + unit.word()
                + "', sent_at at time zone 'UTC') as date) step, count(*) from chosen where sent_at is not null group by 1 order by 1")) {
      LocalDate from = day(row[0]);
      times.add(
          new MessageFigures.Step(from, from.plus(1, unit.unit).minusDays(1), number(row[1])));
    }
    List<MessageFigures.Figure> domains =
        figures(
            filter,
            "select lower(substring(from_address from '@([^@]*)$')) d, count(*) from chosen"
                + " where from_address like '%@_%' group by 1 order by 2 desc, 1 limit "
                + DOMAINS);
    long withDomain =
        number(
            rows(filter, "select count(*), 0 from chosen where from_address like '%@_%'")
                .get(0)[0]);
    long messages = number(whole[0]);
    return new MessageFigures(
        messages,
        unit.word(),
        times,
        number(whole[3]),
        domains,
        withDomain - domains.stream().mapToLong(MessageFigures.Figure::messages).sum(),
        messages - withDomain,
        figures(
            filter,
            "select verdict, count(*) from chosen group by verdict order by"
                + " array_position(array['VIOLATED','UNDETERMINED','MET','NOT_APPLICABLE'], verdict)"),
        figures(
            filter,
            "select d, count(*) from chosen, unnest(defects) d group by d order by 2 desc, 1 limit "
                + DEFECTS));
  }

  private List<MessageFigures.Figure> figures(MessageFilter filter, String select) {
    return rows(filter, select).stream()
        .map(row -> new MessageFigures.Figure((String) row[0], number(row[1])))
        .toList();
  }

  private List<Object[]> rows(MessageFilter filter, String select) {
    return filter
        .bind(
            entities
                .unwrap(Session.class)
                .createNativeQuery(
                    "with chosen as not materialized (select sent_at, from_address, verdict, defects from proffer.message where "
                        + filter.where()
                        + ") "
                        + select,
                    Object[].class))
        .getResultList();
  }

  private static LocalDate day(Object value) {
    return value instanceof LocalDate day ? day : ((java.sql.Date) value).toLocalDate();
  }

  private static long number(Object count) {
    return ((Number) count).longValue();
  }
}
