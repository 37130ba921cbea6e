package org.proffer.compliance;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.analysis.Method;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NativeRows;
import org.proffer.trends.BeforeAfter;
import org.proffer.trends.CollectionDays;
import org.proffer.trends.Step;
import org.proffer.trends.Trend;
import org.proffer.trends.TrendCell;
import org.proffer.trends.TrendGroup;
import org.proffer.trends.TrendGroups;

/** The checked messages of a client as rows, over time, and before and after a day. */
@Stateless
public class CheckedMessages {
  /** The longest stretch on each side of a day, in days. */
  public static final int LONGEST = 730;

  private static final int GROUPS = 15;

  @PersistenceContext private EntityManager entities;
  @Inject private ClientAccess access;

  /** A checked message in a list. */
  public record Row(
      UUID id,
      String title,
      Verdict verdict,
      List<String> violated,
      TemplateCheckView.Origin origin,
      Instant checkedAt,
      String checkedBy) {
    public Row {
      violated = List.copyOf(violated);
    }
  }

  /**
   * Some of the rows that match.
   *
   * @param total how many match
   */
  public record Rows(List<Row> rows, long total) {
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /** What was counted before and after a day. */
  public record Measure(String label, CheckFilter filter, BeforeAfter result) {}

  /** The rows that match, newest first. */
  public Rows find(UUID clientId, CheckFilter filter, int first, int most) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    long total =
        bound(
                NativeRows.count(
                    entities,
                    "select count(*) from proffer.template_check c where " + filter.where()),
                clientId,
                filter)
            .getSingleResult();
    List<Row> rows =
        bound(
                NativeRows.of(
                    entities,
                    "select c.id, c.title, c.verdict, array_to_string(c.violated, ',') violated, c.origin,"
                        + " c.checked_at, c.checked_by from proffer.template_check c where "
                        + filter.where()
                        + " order by c.checked_at desc, c.id limit "
                        + most
                        + " offset "
                        + first),
                clientId,
                filter)
            .getResultList()
            .stream()
            .map(CheckedMessages::row)
            .toList();
    return new Rows(rows, total);
  }

  private static Row row(Object[] row) {
    String violated = (String) row[3];
    return new Row(
        (UUID) row[0],
        (String) row[1],
        Verdict.valueOf((String) row[2]),
        violated.isEmpty() ? List.of() : Arrays.asList(violated.split(",", -1)),
        TemplateCheckView.Origin.valueOf((String) row[4]),
        (Instant) row[5],
        (String) row[6]);
  }

  private static <T> NativeQuery<T> bound(NativeQuery<T> query, UUID clientId, CheckFilter filter) {
    query.setParameter("client", clientId);
    filter.values().forEach(query::setParameter);
    return query;
  }

  /**
   * The trend of all that was checked.
   *
   * @param step null for one that suits
   */
  public ClientTrend trend(UUID clientId, CheckFilter.By by, @Nullable Step step) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    return new ClientTrend(
        by,
        Trend.of(cells(clientId, by, CheckFilter.ALL), step),
        groups(clientId, by, "campaign"),
        groups(clientId, by, "network"));
  }

  private List<TrendCell> cells(UUID clientId, CheckFilter.By by, CheckFilter filter) {
    List<TrendCell> cells = new ArrayList<>();
    for (Object[] row :
        bound(
                NativeRows.of(
                    entities,
                    "select cast(c."
                        + by.column()
                        + " at time zone 'UTC' as date) as day, c.origin, c.purpose, coalesce(c.methods, "
                        + Method.untold()
                        + ") as bits, count(*) from proffer.template_check c where "
                        + filter.where()
                        + " group by 1, 2, 3, 4"),
                clientId,
                filter)
            .getResultList()) {
      cells.add(
          new TrendCell(
              row[0] == null ? null : MailingAudits.day(row[0]),
              TemplateCheckView.Origin.valueOf((String) row[1]).label(),
              (String) row[2],
              ((Number) row[3]).intValue(),
              ((Number) row[4]).longValue()));
    }
    return cells;
  }

  private TrendGroups groups(UUID clientId, CheckFilter.By by, String column) {
    String shown =
        Arrays.stream(Method.values())
            .map(
                method ->
                    "count(*) filter (where (c.methods & "
                        + method.shownBit()
                        + ") <> 0) as m"
                        + method.shownBit())
            .collect(Collectors.joining(", "));
    List<TrendGroup> largest = new ArrayList<>();
    long groups = 0;
    long grouped = 0;
    long without = 0;
    for (Object[] row :
        NativeRows.of(
                entities,
                "select c.%1$s as name, count(*) as n, min(c.%2$s) as first, max(c.%2$s) as last, %3$s"
                        .formatted(column, by.column(), shown)
                    + " from proffer.template_check c where c.client_id = :client group by 1"
                    + " order by n desc, name")
            .setParameter("client", clientId)
            .getResultList()) {
      long messages = ((Number) row[1]).longValue();
      if (((String) row[0]).isEmpty()) {
        without = messages;
        continue;
      }
      groups++;
      grouped += messages;
      if (largest.size() < GROUPS) {
        Map<Method, Long> byMethod = new EnumMap<>(Method.class);
        int at = 4;
        for (Method method : Method.values()) {
          byMethod.put(method, ((Number) row[at++]).longValue());
        }
        largest.add(new TrendGroup((String) row[0], messages, day(row[2]), day(row[3]), byMethod));
      }
    }
    return new TrendGroups(largest, groups, grouped, without);
  }

  private static @Nullable LocalDate day(@Nullable Object instant) {
    return instant == null ? null : LocalDate.ofInstant((Instant) instant, ZoneOffset.UTC);
  }

  /**
   * Compares the days before a day with those after it.
   *
   * @param window days on each side, {@value BeforeAfter#SHORTEST} to {@value #LONGEST}
   * @param from the first day on which messages were checked without a break, as stated; null for
   *     what the checks themselves show
   * @param until the last such day
   * @throws InvalidInput if the window is out of its range, or only one end is stated
   */
  public List<Measure> compared(
      UUID clientId,
      CheckFilter.By by,
      LocalDate event,
      int window,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    if (window < BeforeAfter.SHORTEST || window > LONGEST) {
      throw new InvalidInput(
          "days",
          window + " days on each side are not compared.",
          "Send " + BeforeAfter.SHORTEST + " to " + LONGEST + ".");
    }
    if ((from == null) != (until == null)
        || (from != null && until != null && until.isBefore(from))) {
      throw new InvalidInput(
          "from",
          "The stated days of the collection have no beginning, or no end behind it.",
          "Send both days between which messages were checked, or none.");
    }
    List<TrendCell> cells = cells(clientId, by, CheckFilter.ALL);
    CollectionDays collection =
        from == null || until == null
            ? CollectionDays.of(cells)
            : CollectionDays.stated(from, until);
    List<TrendCell> violating =
        cells(
            clientId, by, new CheckFilter(by, null, null, "", "", "VIOLATED", "", "", "", "", ""));
    List<Measure> measures = new ArrayList<>();
    measures.add(
        measure(
            "All checked", cells, c -> true, collection, event, window, filter(by, "", "", "")));
    measures.add(
        measure(
            "With a violation",
            violating,
            c -> true,
            collection,
            event,
            window,
            filter(by, "VIOLATED", "", "")));
    String commercial = PrimaryPurpose.Value.COMMERCIAL.name();
    measures.add(
        measure(
            "Commercial",
            cells,
            c -> c.purpose().equals(commercial),
            collection,
            event,
            window,
            filter(by, "", commercial, "")));
    for (Method method : Method.values()) {
      measures.add(
          measure(
              method.label(),
              cells,
              c -> (c.methods() & method.shownBit()) != 0,
              collection,
              event,
              window,
              filter(by, "", "", method.name())));
    }
    return measures;
  }

  private static CheckFilter filter(
      CheckFilter.By by, String verdict, String purpose, String method) {
    return new CheckFilter(by, null, null, "", "", verdict, purpose, method, "", "", "");
  }

  private static Measure measure(
      String label,
      List<TrendCell> cells,
      Predicate<TrendCell> counted,
      CollectionDays collection,
      LocalDate event,
      int window,
      CheckFilter filter) {
    Map<LocalDate, Long> counts = new HashMap<>();
    for (TrendCell cell : cells) {
      LocalDate day = cell.day();
      if (day != null && counted.test(cell)) {
        counts.merge(day, cell.messages(), Long::sum);
      }
    }
    return new Measure(label, filter, BeforeAfter.of(counts, collection, Map.of(), event, window));
  }
}
