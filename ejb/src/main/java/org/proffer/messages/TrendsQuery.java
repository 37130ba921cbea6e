package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.proffer.analysis.Method;
import org.proffer.platform.NativeRows;
import org.proffer.trends.TrendCell;
import org.proffer.trends.TrendGroup;
import org.proffer.trends.TrendGroups;

/** Counts messages by day, campaign and network; all of a case are counted from one index. */
@ApplicationScoped
class TrendsQuery {
  private static final int GROUPS = 15;

  @PersistenceContext private EntityManager entities;

  List<TrendCell> cells(MessageFilter filter, TrendBasis basis) {
    List<TrendCell> cells = new ArrayList<>();
    for (Object[] row :
        rows(
            filter,
            "select "
                + day(basis)
                + " as day, cast(item_id as text), purpose, coalesce(methods, "
                + Method.untold()
                + ") as bits, count(*) from chosen group by 1, 2, 3, 4")) {
      cells.add(
          new TrendCell(
              date(row[0]),
              (String) row[1],
              (String) row[2],
              ((Number) row[3]).intValue(),
              number(row[4])));
    }
    return cells;
  }

  TrendGroups groups(MessageFilter filter, TrendBasis basis, String column) {
    String shown =
        Stream.of(Method.values())
            .map(
                method ->
                    "count(*) filter (where (methods & "
                        + method.shownBit()
                        + ") <> 0) as m"
                        + method.shownBit())
            .collect(Collectors.joining(", "));
    List<TrendGroup> largest = new ArrayList<>();
    long groups = 0;
    long grouped = 0;
    long without = 0;
    for (Object[] row :
        rows(
            filter,
            "select g.*, count(*) filter (where g.name <> '') over () as groups,"
                + " coalesce(sum(g.n) filter (where g.name <> '') over (), 0) as grouped"
                + " from (select "
                + column
                + " as name, count(*) as n, min("
                + basis.column()
                + ") as first, max("
                + basis.column()
                + ") as last, "
                + shown
                + " from chosen group by 1) g order by g.name = '' desc, g.n desc, g.name limit "
                + (GROUPS + 1))) {
      int methods = Method.values().length;
      groups = number(row[4 + methods]);
      grouped = number(row[5 + methods]);
      if (((String) row[0]).isEmpty()) {
        without = number(row[1]);
      } else if (largest.size() < GROUPS && !isSingle((String) row[0], number(row[1]))) {
        Map<Method, Long> byMethod = new EnumMap<>(Method.class);
        int at = 4;
        for (Method method : Method.values()) {
          byMethod.put(method, number(row[at++]));
        }
        largest.add(
            new TrendGroup((String) row[0], number(row[1]), day(row[2]), day(row[3]), byMethod));
      }
    }
    return new TrendGroups(largest, groups, grouped, without);
  }

  /** Whether a message has its content in common with no other: that makes no campaign. */
  private static boolean isSingle(String name, long messages) {
    return messages == 1 && name.startsWith("content:");
  }

  long untraced(UUID caseId) {
    return NativeRows.count(
            entities,
            "select count(*) from proffer.message where case_id = :case and methods is null")
        .setParameter("case", caseId)
        .getSingleResult();
  }

  List<CaseTrend.Item> items(UUID caseId) {
    return NativeRows.of(
            entities,
            "select cast(i.id as text), i.number, i.title, coalesce(r.content ->> 'collectedBy', ''),"
                + " coalesce(r.content ->> 'source', '')"
                + " from proffer.evidence_item i left join proffer.case_record r on r.id = i.id"
                + " and r.kind = 'item' where i.case_id = :case order by i.number")
        .setParameter("case", caseId)
        .getResultList()
        .stream()
        .map(TrendsQuery::item)
        .toList();
  }

  private static CaseTrend.Item item(Object[] row) {
    String by = ((String) row[3]).strip();
    String source = ((String) row[4]).strip();
    String collector = by.isEmpty() ? source : by;
    int number = ((Number) row[1]).intValue();
    return new CaseTrend.Item(
        (String) row[0],
        number,
        (String) row[2],
        collector.isEmpty() ? "item " + number : collector,
        !collector.isEmpty());
  }

  private static String day(TrendBasis basis) {
    return "cast(" + basis.column() + " at time zone 'UTC' as date)";
  }

  private List<Object[]> rows(MessageFilter filter, String select) {
    return filter
        .bind(
            entities
                .unwrap(Session.class)
                .createNativeQuery(
                    "with chosen as not materialized (select sent_at, received_at, item_id, purpose,"
                        + " methods, network, campaign from proffer.message where "
                        + filter.where()
                        + ") "
                        + select,
                    Object[].class))
        .getResultList();
  }

  private static @Nullable LocalDate date(@Nullable Object value) {
    return value == null
        ? null
        : value instanceof LocalDate day ? day : ((java.sql.Date) value).toLocalDate();
  }

  private static @Nullable LocalDate day(@Nullable Object instant) {
    return instant == null
        ? null
        : LocalDate.ofInstant((java.time.Instant) instant, java.time.ZoneOffset.UTC);
  }

  private static long number(Object count) {
    return ((Number) count).longValue();
  }
}
