package org.proffer.web.compliance;

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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proffer.compliance.CheckFilter;
import org.proffer.compliance.CheckedMessages;
import org.proffer.compliance.ClientTrend;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Refusal;
import org.proffer.trends.BeforeAfter;
import org.proffer.trends.Step;
import org.proffer.trends.Trend.TrendStep;
import org.proffer.web.Show;
import org.proffer.web.trends.TrendView;

/** The checked messages of a client over time, and before and after a day. */
@Named("deskTrendsPage")
@RequestScoped
public class TrendsPage {
  private static final String WINDOW = "84";
  private static final Pattern FIELD = Pattern.compile("(\\w+):(?:\"([^\"]*)\"|(\\S+))");

  @Inject private CheckedMessages checked;
  @Inject private ClientTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable ClientTrend found;
  private @Nullable TrendView view;
  private List<CheckedMessages.Measure> compared = List.of();

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

  /** Loads the page. */
  public void load() {
    try {
      UUID id = tabs.show(Ids.parse("client", getClient()), "trends").id();
      try {
        ClientTrend trend = checked.trend(id, by(), step());
        found = trend;
        view = new TrendView(trend.trend(), Map.of(), this::rows);
        LocalDate event = day("event");
        if (event != null) {
          compared = checked.compared(id, by(), event, window(), day("from"), day("until"));
        }
      } catch (InvalidInput refusal) {
        Show.refusal(refusal);
      }
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private String rows(@Nullable TrendStep step, String also) {
    return rows(step == null ? null : step.from(), step == null ? null : step.until(), also);
  }

  /** The list of the messages that the fields of a query find. */
  private String rows(@Nullable LocalDate from, @Nullable LocalDate until, String also) {
    StringBuilder address = new StringBuilder("/compliance/checks.xhtml?client=");
    address.append(getClient()).append("&by=").append(getBy());
    if (from != null && until != null) {
      address.append("&from=").append(from).append("&until=").append(until);
    }
    Matcher field = FIELD.matcher(also);
    while (field.find()) {
      String value = field.group(2) == null ? field.group(3) : field.group(2);
      boolean name = field.group(1).equals("purpose");
      address
          .append('&')
          .append(field.group(1))
          .append('=')
          .append(
              URLEncoder.encode(
                  name ? value.toUpperCase(Locale.ROOT) : value, StandardCharsets.UTF_8));
    }
    return address.toString();
  }

  private String asked(String name) {
    return asked.getOrDefault(name, "").strip();
  }

  private CheckFilter.By by() {
    return asked("by").equals("sent") ? CheckFilter.By.SENT : CheckFilter.By.CHECKED;
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
      throw new InvalidInput(name, "“" + asked(name) + "” is no day.", "Enter it like 2026-11-03.");
    }
  }

  private int window() {
    String days = getDays();
    if (!days.matches("\\d{1,4}")) {
      throw new InvalidInput(
          "days", "“" + days + "” is no number of days.", "Enter a number like " + WINDOW + ".");
    }
    return Integer.parseInt(days);
  }

  public final String getClient() {
    return asked("client");
  }

  public final String getBy() {
    return by() == CheckFilter.By.SENT ? "sent" : "checked";
  }

  public String getStep() {
    Step step = step();
    return step == null ? "" : step.label();
  }

  public String getEvent() {
    return asked("event");
  }

  public final String getDays() {
    return asked.getOrDefault("days", WINDOW).strip();
  }

  public String getFrom() {
    return asked("from");
  }

  public String getUntil() {
    return asked("until");
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

  private ClientTrend trend() {
    return Objects.requireNonNull(found, "shown where there is one");
  }

  /** The clocks a trend can go by. */
  public List<Choice> getBases() {
    return Arrays.stream(CheckFilter.By.values())
        .map(
            by ->
                new Choice(by == CheckFilter.By.SENT ? "sent" : "checked", by.label(), by == by()))
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

  /** How many, and by which clock. */
  public String getSentence() {
    return Show.count(trend().trend().whole().messages())
        + " checks of messages; a message checked twice counts twice. Days are in UTC, "
        + (by() == CheckFilter.By.SENT
            ? "as the message itself says when it was sent; a draft may not say."
            : "when it was checked, by the clock of the portal.");
  }

  /** The messages whose day cannot be told. */
  public TrendView.Cell getUndated() {
    return new TrendView.Cell(getView().getUndated(), rows(null, null, "dated:no"));
  }

  /** The domains led to. */
  public List<TrendView.GroupRow> getCampaigns() {
    return getView().groups(trend().campaigns(), "campaign");
  }

  /** What the table of domains leaves out. */
  public String getOtherCampaigns() {
    return getView().left(trend().campaigns());
  }

  /** Messages that lead to no domain. */
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

  /** Whether a day was chosen and could be looked at. */
  public boolean isCompared() {
    return !compared.isEmpty();
  }

  /** Whether the person stated when messages were checked. */
  public boolean isStated() {
    return isCompared() && !getFrom().isEmpty();
  }

  /** What came before and after. */
  public List<Measure> getMeasures() {
    return compared.stream().map(this::measure).toList();
  }

  private Measure measure(CheckedMessages.Measure measure) {
    BeforeAfter result = measure.result();
    BeforeAfter.Ratio ratio = result.ratio();
    CheckFilter filter = measure.filter();
    StringBuilder query = new StringBuilder();
    if (!filter.verdict().isEmpty()) {
      query.append("verdict:").append(filter.verdict());
    }
    if (!filter.purpose().isEmpty()) {
      query.append("purpose:").append(filter.purpose());
    }
    if (!filter.method().isEmpty()) {
      query.append("method:").append(filter.method());
    }
    return new Measure(
        measure.label(),
        side(result.before(), query.toString()),
        TrendView.days(result.before()),
        side(result.after(), query.toString()),
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
    return "/api/v1/clients/"
        + getClient()
        + "/trends/table.csv?by="
        + getBy()
        + "&step="
        + getStep();
  }
}
