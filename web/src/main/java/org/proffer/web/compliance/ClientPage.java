package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proffer.clients.ClientView;
import org.proffer.clients.ProgrammeState;
import org.proffer.compliance.DeskFigures;
import org.proffer.compliance.DeskFinding;
import org.proffer.mailings.Sampling;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** A client at a glance; every number opens its rows. */
@Named("deskClientPage")
@RequestScoped
public class ClientPage {
  @Inject private DeskFigures figures;
  @Inject private ClientTabs tabs;

  private String client = "";
  private List<Count> programmes = List.of();
  private List<Count> findings = List.of();
  private String alarms = "";
  private List<DeskFigures.SentMailing> sends = List.of();
  private List<DeskFigures.Month> checks = List.of();
  private List<Bar> latency = List.of();
  private List<DeskFigures.Uptime> uptime = List.of();
  private String share = "";

  /** A count with its label and the rows it counts. */
  public record Count(String label, String count, String address) {}

  /** A bar of the distribution, with its place in the drawing. */
  public record Bar(
      String label, String count, int y, int baseline, int width, String late, int days) {}

  /** Loads what the page shows. */
  public void load() {
    try {
      ClientView shown = tabs.show(Ids.parse("client", client), "client");
      programmes = new ArrayList<>();
      for (Map.Entry<ProgrammeState, Long> each : figures.programmes(shown.id()).entrySet()) {
        programmes.add(
            new Count(
                each.getKey().label(),
                Show.count(each.getValue()),
                "records.xhtml?client=" + client + "&state=" + each.getKey() + "#programme"));
      }
      findings = new ArrayList<>();
      for (Map.Entry<DeskFinding.Severity, Long> each :
          figures.openFindings(shown.id()).entrySet()) {
        findings.add(
            new Count(
                each.getKey().label(),
                Show.count(each.getValue()),
                "findings.xhtml?client=" + client + "&severity=" + each.getKey()));
      }
      alarms = Show.count(figures.alarms(shown.id()));
      sends = figures.sendsByAudit(shown.id());
      checks = figures.checksByMonth(shown.id());
      latency = bars(figures.latency(shown.id()));
      uptime = figures.uptime(shown.id());
      share = words(figures.violatingChecks(shown.id()));
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  public String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client == null ? "" : client;
  }

  public List<Count> getProgrammes() {
    return programmes;
  }

  public List<Count> getFindings() {
    return findings;
  }

  public String getAlarms() {
    return alarms;
  }

  public List<DeskFigures.SentMailing> getSends() {
    return sends;
  }

  /** Checked messages of a month, each count with its rows. */
  public record MonthRow(String month, Count checks, List<Count> violated) {}

  /** The months with a checked message. */
  public List<MonthRow> getChecks() {
    List<MonthRow> rows = new ArrayList<>();
    for (DeskFigures.Month month : checks) {
      YearMonth days = YearMonth.parse(month.month());
      String address =
          "checks.xhtml?client="
              + client
              + "&from="
              + days.atDay(1)
              + "&until="
              + days.atEndOfMonth();
      List<Count> violated = new ArrayList<>();
      new TreeMap<>(month.violated())
          .forEach(
              (requirement, count) ->
                  violated.add(
                      new Count(
                          requirement,
                          Show.count(count),
                          address + "&requirement=" + requirement)));
      rows.add(
          new MonthRow(
              month.month(), new Count("", Show.count(month.checks()), address), violated));
    }
    return rows;
  }

  public List<Bar> getLatency() {
    return latency;
  }

  public List<DeskFigures.Uptime> getUptime() {
    return uptime;
  }

  public String getShare() {
    return share;
  }

  /** The height of the drawing of the distribution. */
  public int getHeight() {
    return latency.size() * 20 + 4;
  }

  /** A count as it is shown. */
  public String count(long count) {
    return Show.count(count);
  }

  static List<Bar> bars(List<DeskFigures.Latency> all) {
    long most = all.stream().mapToLong(DeskFigures.Latency::requests).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    if (most == 0) {
      return bars;
    }
    for (DeskFigures.Latency each : all) {
      bars.add(
          new Bar(
              each.days() > DeskFigures.LONGEST ? "more" : Integer.toString(each.days()),
              Show.count(each.requests()),
              each.days() * 20 + 4,
              each.days() * 20 + 16,
              Math.toIntExact(each.requests() * 560 / most),
              each.days() > 10 ? "late" : "",
              each.days()));
    }
    return bars;
  }

  private static String words(DeskFigures.Share share) {
    Sampling.Interval interval = share.interval();
    return interval == null
        ? ""
        : String.format(
            Locale.US,
            "%,d of %,d checked messages have a violation: as a random sample, %.1f to %.1f percent of all (Clopper-Pearson, 95 percent).",
            share.found(),
            share.drawn(),
            interval.low() * 100,
            interval.high() * 100);
  }
}
