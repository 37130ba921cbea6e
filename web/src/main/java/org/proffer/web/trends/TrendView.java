package org.proffer.web.trends;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.proffer.analysis.Method;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.trends.BeforeAfter;
import org.proffer.trends.CollectionDays;
import org.proffer.trends.Count;
import org.proffer.trends.Share;
import org.proffer.trends.Trend;
import org.proffer.trends.Trend.TrendStep;
import org.proffer.trends.TrendGroup;
import org.proffer.trends.TrendGroups;
import org.proffer.web.Show;

/** A trend as pages show it: charts, each with its table, every number with its rows. */
public final class TrendView {
  private final Trend trend;
  private final Map<String, String> names;
  private final Rows rows;

  /** Where the messages are that a number counts. */
  public interface Rows {
    /**
     * An address within the application.
     *
     * @param step null for the whole
     * @param also what the messages have besides, as a query; empty for nothing
     */
    String of(@Nullable TrendStep step, String also);
  }

  /**
   * A number.
   *
   * @param address of its rows; empty for none
   */
  public record Cell(String count, String address) {}

  /** A method in a step: the messages that show it, and those of which it cannot be told. */
  public record MethodCell(Cell shown, Cell untold) {}

  /** A row of the table of steps. */
  public record Row(
      String when,
      String collected,
      Cell messages,
      List<Cell> purposes,
      List<MethodCell> methods) {}

  /** A row of shares. */
  public record ShareRow(
      String label, String share, String untold, String address, String undone) {}

  /** A group of messages. */
  public record GroupRow(
      String name, Cell messages, String first, String last, List<Cell> methods) {}

  /** Days of a source. */
  public record CoverRow(String name, String first, String last, String messages) {}

  /** Days without collection. */
  public record GapRow(String first, String last, String days, String why) {}

  /**
   * A view.
   *
   * @param names what sources are called
   */
  public TrendView(Trend trend, Map<String, String> names, Rows rows) {
    this.trend = trend;
    this.names = Map.copyOf(names);
    this.rows = rows;
  }

  /** Whether there is anything to show. */
  public boolean isFilled() {
    return trend.whole().messages() > 0;
  }

  /** A step of the time line: day, week or month. */
  public String getUnit() {
    return trend.step().label();
  }

  /** All messages over time. */
  public TrendChart getVolume() {
    return chart(
        new TrendChart.Drawn(
            "Messages",
            Show.count(trend.whole().messages() - trend.undated().messages())
                + " with a day, of "
                + Show.count(trend.whole().messages()),
            Count::messages,
            Count::messages),
        "");
  }

  /** One chart a method. */
  public List<TrendChart> getMethods() {
    List<TrendChart> charts = new ArrayList<>();
    for (Method method : Method.values()) {
      ToLongFunction<Count> shown = count -> count.shown(method);
      charts.add(
          chart(
              new TrendChart.Drawn(
                  method.label(), words(method), shown, count -> count.told(method)),
              query(method)));
    }
    return charts;
  }

  private String words(Method method) {
    Count whole = trend.whole();
    String share = new Share(whole.shown(method), whole.told(method)).words();
    return whole.untold(method) == 0
        ? share
        : share + "; of " + Show.count(whole.untold(method)) + " it cannot be told";
  }

  private TrendChart chart(TrendChart.Drawn drawn, String also) {
    return TrendChart.of(trend, drawn, names, step -> rows.of(step, also));
  }

  private static String query(Method method) {
    return "method:" + method.name().toLowerCase(Locale.ROOT);
  }

  private static String untold(Method method) {
    return "untold:" + method.name().toLowerCase(Locale.ROOT);
  }

  /** The share of each purpose. */
  public List<ShareRow> getPurposes() {
    List<ShareRow> shares = new ArrayList<>();
    Count whole = trend.whole();
    for (PrimaryPurpose.Value purpose : PrimaryPurpose.Value.values()) {
      shares.add(
          new ShareRow(
              label(purpose),
              new Share(whole.purpose(purpose.name()), whole.messages()).words(),
              "",
              rows.of(null, "purpose:" + purpose.name().toLowerCase(Locale.ROOT)),
              ""));
    }
    return shares;
  }

  /** The share of each method. */
  public List<ShareRow> getShares() {
    List<ShareRow> shares = new ArrayList<>();
    for (Method method : Method.values()) {
      Count whole = trend.whole();
      long open = whole.untold(method);
      shares.add(
          new ShareRow(
              method.label(),
              new Share(whole.shown(method), whole.told(method)).words(),
              open == 0 ? "" : Show.count(open),
              rows.of(null, query(method)),
              rows.of(null, untold(method))));
    }
    return shares;
  }

  private static String label(PrimaryPurpose.Value purpose) {
    String name = purpose.name().toLowerCase(Locale.ROOT);
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The headings of the purposes. */
  public List<String> getPurposeLabels() {
    List<String> labels = new ArrayList<>();
    for (PrimaryPurpose.Value purpose : PrimaryPurpose.Value.values()) {
      labels.add(label(purpose));
    }
    return labels;
  }

  /** The headings of the methods. */
  public List<String> getMethodLabels() {
    List<String> labels = new ArrayList<>();
    for (Method method : Method.values()) {
      labels.add(method.label());
    }
    return labels;
  }

  /** The table: every step, and those outside the picture that hold a message. */
  public List<Row> getTable() {
    List<Row> table = new ArrayList<>();
    for (TrendStep step : trend.steps()) {
      if (step.covered() || step.count().messages() > 0) {
        table.add(row(step));
      }
    }
    return table;
  }

  private Row row(TrendStep step) {
    List<Cell> purposes = new ArrayList<>();
    for (PrimaryPurpose.Value purpose : PrimaryPurpose.Value.values()) {
      purposes.add(
          cell(
              step.count().purpose(purpose.name()),
              step,
              "purpose:" + purpose.name().toLowerCase(Locale.ROOT)));
    }
    List<MethodCell> methods = new ArrayList<>();
    for (Method method : Method.values()) {
      methods.add(
          new MethodCell(
              cell(step.count().shown(method), step, query(method)),
              cell(step.count().untold(method), step, untold(method))));
    }
    return new Row(
        TrendChart.label(step),
        step.collected() + " of " + step.days(),
        cell(step.count().messages(), step, ""),
        purposes,
        methods);
  }

  private Cell cell(long count, TrendStep step, String also) {
    return new Cell(Show.count(count), count == 0 ? "" : rows.of(step, also));
  }

  /**
   * The largest groups.
   *
   * @param field of a query that finds the messages of one
   */
  public List<GroupRow> groups(TrendGroups groups, String field) {
    List<GroupRow> found = new ArrayList<>();
    for (TrendGroup group : groups.largest()) {
      String query = field + ":\"" + group.name() + "\"";
      List<Cell> methods = new ArrayList<>();
      for (Method method : Method.values()) {
        long shown = group.shown(method);
        methods.add(
            new Cell(
                Show.count(shown), shown == 0 ? "" : rows.of(null, query + " " + query(method))));
      }
      found.add(
          new GroupRow(
              group.name(),
              new Cell(Show.count(group.messages()), rows.of(null, query)),
              group.first() == null ? "—" : group.first().toString(),
              group.last() == null ? "—" : group.last().toString(),
              methods));
    }
    return found;
  }

  /** What a table of groups leaves out. */
  public String left(TrendGroups groups) {
    return Show.count(groups.groups())
        + " in all, with "
        + Show.count(groups.grouped())
        + " messages, groups of one included; those not shown have "
        + Show.count(groups.others())
        + ".";
  }

  /** The days of the sources. */
  public List<CoverRow> getCovers() {
    return trend.collection().covers().stream()
        .map(
            cover ->
                new CoverRow(
                    names.getOrDefault(cover.source(), cover.source()),
                    cover.first().toString(),
                    cover.last().toString(),
                    Show.count(cover.messages())))
        .toList();
  }

  /** The gaps in the collection. */
  public List<GapRow> getGaps() {
    return trend.collection().gaps().stream().map(TrendView::gap).toList();
  }

  private static GapRow gap(CollectionDays.Gap gap) {
    return new GapRow(
        gap.first().toString(),
        gap.last().toString(),
        Show.count(gap.days()),
        gap.covered()
            ? "No message, where more would be expected"
            : "Between the last message of one source and the first of the next");
  }

  /** The undated, with their rows. */
  public String getUndated() {
    return Show.count(trend.undated().messages());
  }

  /** Whether some have no day. */
  public boolean isSomeUndated() {
    return trend.undated().messages() > 0;
  }

  /** The days of a side that were used, in words. */
  public static String days(BeforeAfter.Side side) {
    return side.days() == 0
        ? "none"
        : side.days() + " (" + side.from() + " to " + side.until() + ")";
  }

  /** What a ratio says, in words; empty without one. */
  public static String says(BeforeAfter.@Nullable Ratio ratio) {
    if (ratio == null) {
      return "";
    }
    return ratio.holdsOne()
        ? "No change is shown: 1 lies within"
        : ratio.value() < 1 ? "Fewer a day than before" : "More a day than before";
  }
}
