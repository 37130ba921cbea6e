package org.proffer.web.trends;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.messages.CaseTrend;
import org.proffer.messages.MessageQuery;
import org.proffer.messages.MessageTrends;
import org.proffer.messages.TrendBasis;
import org.proffer.messages.TrendComparison;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Refusal;
import org.proffer.query.QueryNotUnderstood;
import org.proffer.timeline.TimelineFilter;
import org.proffer.timeline.Timelines;
import org.proffer.trends.BeforeAfter;
import org.proffer.trends.Share;
import org.proffer.trends.Step;
import org.proffer.trends.Trend.TrendStep;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** The messages of a case over time, by campaign and network, and before and after an event. */
@Named("trendsPage")
@RequestScoped
public class TrendsPage {
  private static final String WINDOW = "84";

  @Inject private MessageTrends trends;
  @Inject private Timelines timelines;
  @Inject private Access access;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private String caseId = "";
  private @Nullable CaseTrend found;
  private @Nullable TrendView view;
  private @Nullable TrendComparison comparison;
  private List<Choice> events = List.of();

  /** A choice of a form. */
  public record Choice(String value, String label, boolean chosen) {}

  /** A row of the comparison. */
  public record Measure(
      String label,
      TrendView.Cell before,
      String daysBefore,
      TrendView.Cell after,
      String daysAfter,
      String ratio,
      String why,
      String says) {}

  /** An evidence item with what tells who collected it. */
  public record Item(
      String name, String title, String address, String collector, boolean recorded) {}

  /** Loads the page. */
  public void load() {
    try {
      CaseId id = CaseId.parse(asked("case"));
      caseId = id.toString();
      tabs.show(id.value(), CaseTab.TRENDS);
      events = events(id);
      try {
        load(id);
      } catch (QueryNotUnderstood | InvalidInput refusal) {
        Show.refusal(refusal);
      }
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private void load(CaseId id) {
    MessageQuery query = MessageQuery.asking(getQ());
    CaseTrend trend = trends.of(id, query, basis(), step());
    found = trend;
    view =
        new TrendView(
            trend.trend(),
            trend.items().stream()
                .collect(Collectors.toMap(CaseTrend.Item::source, i -> "Item " + i.number())),
            this::rows);
    LocalDate event = day("event");
    if (event != null) {
      LocalDate from = day("from");
      LocalDate until = day("until");
      if ((from == null) != (until == null)) {
        throw new InvalidInput(
            "from",
            "Only one end of the collection is named.",
            "Enter both days between which messages were collected, or none.");
      }
      comparison =
          trends.compared(
              id,
              query,
              basis(),
              event,
              window(),
              from == null || until == null ? null : new MessageTrends.Stated(from, until));
    }
  }

  private List<Choice> events(CaseId id) {
    if (!access.may(Action.VIEW_TIMELINE, id.value())) {
      return List.of();
    }
    return timelines.of(id, TimelineFilter.ALL).stream()
        .map(
            entry ->
                new Choice(
                    entry.day().toString(),
                    entry.day() + " " + entry.title(),
                    entry.day().toString().equals(asked("event"))))
        .toList();
  }

  private String rows(@Nullable TrendStep step, String also) {
    return rows(step == null ? null : step.from(), step == null ? null : step.until(), also);
  }

  private String rows(@Nullable LocalDate from, @Nullable LocalDate until, String also) {
    List<String> parts = new ArrayList<>();
    if (!getQ().isEmpty()) {
      parts.add(also.isEmpty() && from == null ? getQ() : "(" + getQ() + ")");
    }
    if (from != null && until != null) {
      String field = basis().field();
      parts.add(from.equals(until) ? field + ":" + from : field + ":" + from + ".." + until);
    }
    if (!also.isEmpty()) {
      parts.add(also);
    }
    return "/messages/review.xhtml?case="
        + caseId
        + "&q="
        + URLEncoder.encode(String.join(" ", parts), StandardCharsets.UTF_8);
  }

  private String asked(String name) {
    return asked.getOrDefault(name, "").strip();
  }

  private TrendBasis basis() {
    return asked("by").equals("sent") ? TrendBasis.SENT : TrendBasis.RECEIVED;
  }

  private @Nullable Step step() {
    return Arrays.stream(Step.values())
        .filter(step -> step.label().equals(asked("step")))
        .findFirst()
        .orElse(null);
  }

  private @Nullable LocalDate day(String name) {
    try {
      return asked(name).isEmpty() ? null : LocalDate.parse(asked(name));
    } catch (DateTimeException e) {
      throw new InvalidInput(name, "“" + asked(name) + "” is no day.", "Enter it like 2008-01-03.");
    }
  }

  private int window() {
    String days = asked.getOrDefault("days", WINDOW).strip();
    if (!days.matches("\\d{1,4}")) {
      throw new InvalidInput(
          "days", "“" + days + "” is no number of days.", "Enter a number like " + WINDOW + ".");
    }
    return Integer.parseInt(days);
  }

  public String getCaseId() {
    return caseId;
  }

  /** The query that chooses the messages; empty for all. */
  public final String getQ() {
    return asked("q");
  }

  /** Whether there is anything to show. */
  public boolean isLoaded() {
    return view != null && view.isFilled();
  }

  /** Whether something was to be shown, and nothing is there. */
  public boolean isNothing() {
    return view != null && !view.isFilled();
  }

  public TrendView getView() {
    return Objects.requireNonNull(view, "shown where there is one");
  }

  private CaseTrend trend() {
    return Objects.requireNonNull(found, "shown where there is one");
  }

  /** The clocks a trend can go by. */
  public List<Choice> getBases() {
    return Arrays.stream(TrendBasis.values())
        .map(
            basis ->
                new Choice(
                    basis == TrendBasis.SENT ? "sent" : "received",
                    basis.label(),
                    basis == basis()))
        .toList();
  }

  /** The steps. */
  public List<Choice> getSteps() {
    List<Choice> steps = new ArrayList<>();
    for (Step step : Step.values()) {
      steps.add(new Choice(step.label(), "A " + step.label(), step == step()));
    }
    return steps;
  }

  /** The events of the timeline. */
  public List<Choice> getEvents() {
    return events;
  }

  /** How many of how many, and by which clock. */
  public String getSentence() {
    CaseTrend trend = trend();
    String count =
        getQ().isEmpty()
            ? Show.count(trend.all()) + " messages of the case, copies included"
            : new Share(trend.trend().whole().messages(), trend.all()).words()
                + " messages of the case match, copies included";
    return count + ". Days are in UTC, " + words(trend.basis()) + ".";
  }

  private static String words(TrendBasis basis) {
    return basis == TrendBasis.RECEIVED
        ? "by the newest Received line: the recipient's server wrote it, so the sender had no say in it"
        : "by the Date field, or the earliest Received line where there is none: the sender wrote it,"
            + " and it may be false";
  }

  /** The messages whose day cannot be told. */
  public TrendView.Cell getUndated() {
    return new TrendView.Cell(
        getView().getUndated(),
        rows(null, null, basis() == TrendBasis.RECEIVED ? "-has:received" : "-has:date"));
  }

  /** Messages that were stored before trends were kept; empty for none. */
  public String getUntraced() {
    long untraced = trend().untraced();
    return untraced == 0
        ? ""
        : Show.count(untraced)
            + " messages were stored by an earlier version and are being read anew: until then"
            + " they have no day of receipt, and no method can be told.";
  }

  /** The campaigns. */
  public List<TrendView.GroupRow> getCampaigns() {
    return getView().groups(trend().campaigns(), "campaign");
  }

  /** What the table of campaigns leaves out. */
  public String getOtherCampaigns() {
    return getView().left(trend().campaigns());
  }

  /** Messages in no campaign. */
  public TrendView.Cell getNoCampaign() {
    return new TrendView.Cell(
        Show.count(trend().campaigns().without()), rows(null, null, "campaign:none"));
  }

  /** The networks. */
  public List<TrendView.GroupRow> getNetworks() {
    return getView().groups(trend().networks(), "network");
  }

  /** What the table of networks leaves out. */
  public String getOtherNetworks() {
    return getView().left(trend().networks());
  }

  /** Messages without a network. */
  public TrendView.Cell getNoNetwork() {
    return new TrendView.Cell(
        Show.count(trend().networks().without()), rows(null, null, "network:none"));
  }

  /** The items that the messages come from. */
  public List<Item> getItems() {
    return trend().items().stream()
        .map(
            item ->
                new Item(
                    "Item " + item.number(),
                    item.title(),
                    "/evidence/item.xhtml?id=" + item.source(),
                    item.collector(),
                    item.recorded()))
        .toList();
  }

  /** Whether an event was chosen and could be looked at. */
  public boolean isCompared() {
    return comparison != null;
  }

  /** Whether somebody stated when collection went on. */
  public boolean isStated() {
    return comparison != null && comparison.stated();
  }

  public String getEvent() {
    return asked("event");
  }

  public String getDays() {
    return asked.getOrDefault("days", WINDOW);
  }

  public String getFrom() {
    return asked("from");
  }

  public String getUntil() {
    return asked("until");
  }

  public String getBy() {
    return basis() == TrendBasis.SENT ? "sent" : "received";
  }

  public String getStep() {
    Step step = step();
    return step == null ? "" : step.label();
  }

  /** What came before and after. */
  public List<Measure> getMeasures() {
    TrendComparison shown = comparison;
    return shown == null ? List.of() : shown.measures().stream().map(this::measure).toList();
  }

  private Measure measure(TrendComparison.Measure measure) {
    BeforeAfter result = measure.result();
    BeforeAfter.Ratio ratio = result.ratio();
    return new Measure(
        measure.label(),
        side(result.before(), measure.query()),
        TrendView.days(result.before()),
        side(result.after(), measure.query()),
        TrendView.days(result.after()),
        ratio == null ? "" : ratio.words(),
        result.why(),
        TrendView.says(ratio));
  }

  private TrendView.Cell side(BeforeAfter.Side side, String query) {
    return new TrendView.Cell(
        Show.count(side.messages()),
        side.days() == 0 ? "" : rows(side.from(), side.until(), query));
  }

  /** The same as a table to be saved. */
  public String getCsv() {
    return "/api/v1/cases/"
        + caseId
        + "/trends/table.csv?by="
        + getBy()
        + "&step="
        + getStep()
        + "&query="
        + URLEncoder.encode(getQ(), StandardCharsets.UTF_8);
  }
}
