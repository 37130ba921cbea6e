package org.proffer.messages;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.analysis.Method;
import org.proffer.cases.CaseId;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.platform.InvalidInput;
import org.proffer.query.QueryCondition;
import org.proffer.query.QueryLanguage;
import org.proffer.trends.BeforeAfter;
import org.proffer.trends.CollectionDays;
import org.proffer.trends.Step;
import org.proffer.trends.Trend;
import org.proffer.trends.TrendCell;
import org.proffer.trends.TrendGroups;

/**
 * Messages of a case over time, by campaign and by network, and before and after an event. What the
 * person does not see is not counted.
 */
@Stateless
public class MessageTrends {
  /** The longest stretch on each side of an event, in days. */
  public static final int LONGEST = 730;

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private QueryLanguage language;
  @Inject private TotalsMemory memory;
  @Inject private TrendsQuery query;

  /** What was counted of a choice of messages. */
  private record Counted(List<TrendCell> cells, TrendGroups campaigns, TrendGroups networks) {}

  /**
   * When collection went on without a break, as somebody says.
   *
   * @param from the first day, included
   * @param until the last day, included
   */
  public record Stated(LocalDate from, LocalDate until) {
    public Stated {
      if (until.isBefore(from)) {
        throw new InvalidInput(
            "collectedUntil",
            until + " is before " + from + ".",
            "Send the days from which and until which messages were collected.");
      }
    }
  }

  /**
   * The trend of the messages that match.
   *
   * @param step null for one that suits
   * @throws org.proffer.query.QueryNotUnderstood if the words of the query cannot be read
   */
  public CaseTrend of(CaseId caseId, MessageQuery asked, TrendBasis basis, @Nullable Step step) {
    Actor actor = access.require(Action.READ_MESSAGES, caseId.value());
    long untraced = query.untraced(caseId.value());
    Counted counted = counted(actor, caseId, asked, basis, untraced);
    List<TrendCell> all = whole(actor, caseId, asked, basis, untraced, counted);
    return new CaseTrend(
        basis,
        all.stream().mapToLong(TrendCell::messages).sum(),
        Trend.of(counted.cells(), CollectionDays.of(all), step),
        query.items(caseId.value()),
        counted.campaigns(),
        counted.networks(),
        untraced);
  }

  /**
   * Compares the days before an event with those after it.
   *
   * @param window days on each side, {@value BeforeAfter#SHORTEST} to {@value #LONGEST}
   * @param stated null for when the messages show that they were collected
   * @throws InvalidInput if the window is out of its range
   */
  public TrendComparison compared(
      CaseId caseId,
      MessageQuery asked,
      TrendBasis basis,
      LocalDate event,
      int window,
      @Nullable Stated stated) {
    Actor actor = access.require(Action.READ_MESSAGES, caseId.value());
    if (window < BeforeAfter.SHORTEST || window > LONGEST) {
      throw new InvalidInput(
          "days",
          window + " days on each side are not compared.",
          "Send " + BeforeAfter.SHORTEST + " to " + LONGEST + ".");
    }
    long untraced = query.untraced(caseId.value());
    Counted counted = counted(actor, caseId, asked, basis, untraced);
    List<TrendCell> cells = counted.cells();
    Map<String, String> collectors =
        query.items(caseId.value()).stream()
            .collect(Collectors.toMap(CaseTrend.Item::source, CaseTrend.Item::collector));
    CollectionDays collection =
        stated == null
            ? CollectionDays.of(whole(actor, caseId, asked, basis, untraced, counted))
            : CollectionDays.stated(stated.from(), stated.until());
    List<TrendComparison.Measure> measures = new ArrayList<>();
    Comparing comparing = new Comparing(cells, collection, collectors, event, window);
    measures.add(comparing.measure("All messages", "", cell -> true));
    String commercial = PrimaryPurpose.Value.COMMERCIAL.name();
    measures.add(
        comparing.measure(
            "Commercial", "purpose:commercial", cell -> cell.purpose().equals(commercial)));
    for (Method method : Method.values()) {
      measures.add(
          comparing.measure(
              method.label(),
              "method:" + method.name().toLowerCase(Locale.ROOT),
              cell -> (cell.methods() & method.shownBit()) != 0));
    }
    return new TrendComparison(stated != null, measures);
  }

  private record Comparing(
      List<TrendCell> cells,
      CollectionDays collection,
      Map<String, String> collectors,
      LocalDate event,
      int window) {
    TrendComparison.Measure measure(String label, String query, Predicate<TrendCell> counted) {
      Map<LocalDate, Long> counts = new HashMap<>();
      for (TrendCell cell : cells) {
        LocalDate day = cell.day();
        if (day != null && counted.test(cell)) {
          counts.merge(day, cell.messages(), Long::sum);
        }
      }
      return new TrendComparison.Measure(
          label, query, BeforeAfter.of(counts, collection, collectors, event, window));
    }
  }

  /** What was collected in all: it tells on which days there was a collection. */
  private List<TrendCell> whole(
      Actor actor,
      CaseId caseId,
      MessageQuery asked,
      TrendBasis basis,
      long untraced,
      Counted counted) {
    return asked.equals(MessageQuery.ALL)
        ? counted.cells()
        : counted(actor, caseId, MessageQuery.ALL, basis, untraced).cells();
  }

  private Counted counted(
      Actor actor, CaseId caseId, MessageQuery asked, TrendBasis basis, long untraced) {
    QueryCondition condition = asked.text().isBlank() ? null : language.condition(asked.text());
    MessageFilter filter = new MessageFilter(caseId, asked, condition, actor.login());
    Session session = entities.unwrap(Session.class);
    Messages.planEachQuery(session);
    if (filter.restsOnPersons()) {
      return counted(filter, basis);
    }
    UUID id = caseId.value();
    CaseStanding standing = CaseStanding.of(session, id);
    return memory.get(
        "trends "
            + basis
            + " "
            + untraced
            + " "
            + id
            + " "
            + standing.items()
            + " "
            + filter.where()
            + filter.values(),
        standing.stamp(),
        standing.moves(),
        Counted.class,
        () -> counted(filter, basis));
  }

  private Counted counted(MessageFilter filter, TrendBasis basis) {
    return new Counted(
        query.cells(filter, basis),
        query.groups(filter, basis, "campaign"),
        query.groups(filter, basis, "network"));
  }
}
