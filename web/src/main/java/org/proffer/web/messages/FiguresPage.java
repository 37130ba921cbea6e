package org.proffer.web.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.messages.MessageFigures;
import org.proffer.messages.MessageQuery;
import org.proffer.messages.Messages;
import org.proffer.platform.Refusal;
import org.proffer.query.QueryNotUnderstood;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** What messages are made of, as charts; every bar and every row opens its messages. */
@Named("figuresPage")
@RequestScoped
public class FiguresPage {
  private static final int WIDTH = 1_000;
  private static final int HEIGHT = 180;
  private static final int FOOT = 18;

  @Inject private Messages messages;
  @Inject private CaseTabs tabs;

  private String caseId = "";
  private String q = "";
  private @Nullable MessageFigures figures;

  /** A bar of the time line, in units of its picture. */
  public record Bar(
      String x,
      String y,
      String width,
      String height,
      String label,
      String count,
      String address) {}

  /** A mark under the time line. */
  public record Mark(String x, String text) {}

  /** A row of a table of figures. */
  public record Row(String name, String count, long value, String address) {}

  /** Loads the figures. */
  public void load() {
    try {
      CaseId id = CaseId.parse(caseId);
      tabs.show(id.value(), CaseTab.MESSAGES);
      figures = messages.figures(id, MessageQuery.asking(q));
    } catch (QueryNotUnderstood refusal) {
      Show.refusal(refusal);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private String rows(String also) {
    String query = q.isBlank() ? also : also.isEmpty() ? q : "(" + q + ") " + also;
    return "review.xhtml?case=" + caseId + "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static String dates(MessageFigures.Step step) {
    return step.from().equals(step.until())
        ? "date:" + step.from()
        : "date:" + step.from() + ".." + step.until();
  }

  /** The time line from its first step to its last; a step without messages is a gap. */
  public List<Bar> getBars() {
    List<MessageFigures.Step> steps = pictured();
    if (steps.isEmpty()) {
      return List.of();
    }
    long most = steps.stream().mapToLong(MessageFigures.Step::messages).max().orElse(1);
    LocalDate first = steps.get(0).from();
    double days = days(first, steps.get(steps.size() - 1).until().plusDays(1));
    List<Bar> bars = new ArrayList<>();
    for (MessageFigures.Step step : steps) {
      double x = WIDTH * days(first, step.from()) / days;
      double width = WIDTH * days(step.from(), step.until().plusDays(1)) / days;
      double height = Math.max(1.5, (double) (HEIGHT - FOOT - 8) * step.messages() / most);
      bars.add(
          new Bar(
              number(x),
              number(HEIGHT - FOOT - height),
              number(Math.max(1, width - Math.min(1.5, width / 5))),
              number(height),
              label(step),
              Show.count(step.messages()),
              rows(dates(step))));
    }
    return bars;
  }

  private static double days(LocalDate from, LocalDate until) {
    return java.time.temporal.ChronoUnit.DAYS.between(from, until);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String label(MessageFigures.Step step) {
    return step.from().equals(step.until())
        ? step.from().toString()
        : step.from() + " to " + step.until();
  }

  /** First, middle and last day under the time line. */
  public List<Mark> getMarks() {
    List<MessageFigures.Step> steps = pictured();
    if (steps.isEmpty()) {
      return List.of();
    }
    LocalDate first = steps.get(0).from();
    LocalDate last = steps.get(steps.size() - 1).until();
    return List.of(new Mark("0", first.toString()), new Mark(number(WIDTH), last.toString()));
  }

  /** The highest bar, in words. */
  public String getHighest() {
    return times().stream()
        .max(java.util.Comparator.comparingLong(MessageFigures.Step::messages))
        .map(step -> label(step) + ": " + Show.count(step.messages()))
        .orElse("none");
  }

  private List<MessageFigures.Step> times() {
    return figures == null ? List.of() : figures.times();
  }

  /** The steps of the picture: without the outermost that hold less than one message in 200. */
  private List<MessageFigures.Step> pictured() {
    List<MessageFigures.Step> steps = times();
    long few = steps.stream().mapToLong(MessageFigures.Step::messages).sum() / 200;
    int from = 0;
    int until = steps.size();
    long before = 0;
    while (from < until && before + steps.get(from).messages() <= few) {
      before += steps.get(from++).messages();
    }
    long after = 0;
    while (until > from && after + steps.get(until - 1).messages() <= few) {
      after += steps.get(--until).messages();
    }
    return steps.subList(from, until);
  }

  /** What the picture leaves out. */
  public String getOutside() {
    long all = times().stream().mapToLong(MessageFigures.Step::messages).sum();
    long shown = pictured().stream().mapToLong(MessageFigures.Step::messages).sum();
    return all == shown
        ? ""
        : Show.count(all - shown) + " messages dated far before or after stand in the table alone.";
  }

  /** The steps of the time line as rows. */
  public List<Row> getTimes() {
    return times().stream()
        .map(
            step ->
                new Row(
                    label(step), Show.count(step.messages()), step.messages(), rows(dates(step))))
        .toList();
  }

  /** Domains of senders. */
  public List<Row> getDomains() {
    return figures == null
        ? List.of()
        : figures.domains().stream().map(f -> row(f, f.name(), "from:@" + f.name())).toList();
  }

  /** The gravest findings. */
  public List<Row> getVerdicts() {
    Map<String, String> words =
        Map.of(
            "VIOLATED", "Violated",
            "UNDETERMINED", "Undetermined",
            "MET", "Met",
            "NOT_APPLICABLE", "Not applicable");
    return figures == null
        ? List.of()
        : figures.verdicts().stream()
            .map(
                f ->
                    row(
                        f,
                        words.getOrDefault(f.name(), f.name()),
                        "verdict:" + f.name().toLowerCase(Locale.ROOT)))
            .toList();
  }

  /** Named defects. */
  public List<Row> getDefects() {
    return figures == null
        ? List.of()
        : figures.defects().stream().map(f -> row(f, f.name(), "defect:" + f.name())).toList();
  }

  private Row row(MessageFigures.Figure figure, String name, String query) {
    return new Row(name, Show.count(figure.messages()), figure.messages(), rows(query));
  }

  /** The largest of all messages, for the lengths of the bars of a table. */
  public long getWhole() {
    return figures == null ? 1 : Math.max(1, figures.messages());
  }

  /** What is counted, in a sentence. */
  public String getSentence() {
    MessageFigures now = figures;
    if (now == null) {
      return "";
    }
    return Show.count(now.messages())
        + " messages"
        + (q.isBlank() ? " of the case" : " match")
        + "; "
        + Show.count(now.undated())
        + " without a date that can be told. Days are in UTC.";
  }

  /** What the table of domains leaves out. */
  public String getOthers() {
    MessageFigures now = figures;
    return now == null
        ? ""
        : "All other domains: "
            + Show.count(now.otherDomains())
            + " messages; no domain: "
            + Show.count(now.withoutDomain())
            + ".";
  }

  /** A step of the time line: day, week, month or year. */
  public String getUnit() {
    return figures == null ? "day" : figures.unit();
  }

  public String getCaseId() {
    return caseId;
  }

  public void setCaseId(@Nullable String caseId) {
    this.caseId = caseId == null ? "" : caseId;
  }

  public String getQ() {
    return q;
  }

  public void setQ(@Nullable String q) {
    this.q = q == null ? "" : q;
  }

  /** All messages that match, in the review. */
  public String getAll() {
    return rows("");
  }

  /** The picture in a sentence, for who does not see it. */
  public String getPicture() {
    return "Messages by "
        + getUnit()
        + ": "
        + pictured().size()
        + " bars, highest "
        + getHighest()
        + getMarks().stream().map(Mark::text).collect(Collectors.joining(" to ", ", from ", "."));
  }
}
