package org.proffer.web.outcomes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.Court;
import org.proffer.cases.Courts;
import org.proffer.law.fraud.Statute;
import org.proffer.law.fraud.Statutes;
import org.proffer.platform.Refusal;
import org.proffer.sentencing.Outcomes;
import org.proffer.sentencing.SentencesAcross;
import org.proffer.sentencing.SentencesAsked;
import org.proffer.web.Show;

/** Sentences across all cases of the person: distribution, chart, table. */
@Named("outcomesPage")
@RequestScoped
public class OutcomesPage {
  private static final int MOST_ROWS = 500;
  private static final int CHART_WIDTH = 480;
  private static final int LINE_HEIGHT = 26;
  private static final LocalDate NEWEST_LAW = LocalDate.of(9999, 12, 31);

  @Inject private Outcomes outcomes;
  @Inject private Courts courts;

  private String statute = "";
  private String court = "";
  private String year = "";
  private SentencesAcross found = new SentencesAcross(List.of(), 0);

  /**
   * A bar of the chart, in its units.
   *
   * @param count how many sentences, in words
   */
  public record Bar(String label, String count, int top, int baseline, int width, int end) {}

  /** Loads the sentences. */
  public void load() {
    try {
      found = outcomes.across(new SentencesAsked(statute, court, year));
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  /** The bars of the distribution, the longest as wide as the chart. */
  public List<Bar> getBars() {
    List<SentencesAcross.Bin> bins = found.imprisonment();
    long most = Math.max(1, bins.stream().mapToLong(SentencesAcross.Bin::count).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    for (SentencesAcross.Bin bin : bins) {
      int top = bars.size() * LINE_HEIGHT;
      int width = (int) (bin.count() * CHART_WIDTH / most);
      bars.add(
          new Bar(bin.label(), Show.count(bin.count()), top + 4, top + 18, width, width + 168));
    }
    return bars;
  }

  /** The height of the chart. */
  public int getChartHeight() {
    return found.imprisonment().size() * LINE_HEIGHT;
  }

  /** What the distribution says and what it leaves out, a sentence each. */
  public List<String> getSummary() {
    List<String> summary = new ArrayList<>();
    summary.add(
        "n = "
            + Show.count(found.n())
            + found
                .median()
                .map(
                    m ->
                        m.isLife()
                            ? "; median life"
                            : "; median " + m.months().getAsInt() + " months")
                .orElse("")
            + ".");
    missing(summary, found.lengthMissing(), "time served whose length is not recorded");
    missing(summary, found.rangeMissing(), "sentences without the range the court found");
    missing(summary, found.countsMissing(), "sentences that name no count");
    missing(summary, found.withoutSentence(), "defendants of these cases without a sentence");
    return summary;
  }

  private static void missing(List<String> summary, long count, String what) {
    if (count > 0) {
      summary.add("Missing: " + Show.count(count) + " " + what + ".");
    }
  }

  /** The first rows of the table. */
  public List<SentencesAcross.Row> getRows() {
    return found.rows().subList(0, Math.min(MOST_ROWS, found.rows().size()));
  }

  /** How many rows there are, in words. */
  public String getShown() {
    int all = found.rows().size();
    return all > MOST_ROWS
        ? "The first " + Show.count(MOST_ROWS) + " of " + Show.count(all) + "; the export has all."
        : Show.count(all);
  }

  /** Where the export is, with the same filters. */
  public String getExport() {
    return "/api/v1/outcomes.csv?statute="
        + encoded(statute)
        + "&court="
        + encoded(court)
        + "&year="
        + encoded(year);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The offences to choose from. */
  public List<Statute> getStatutes() {
    return Statutes.inForce(NEWEST_LAW);
  }

  /** The courts to choose from. */
  public List<Court> getCourts() {
    return courts.all();
  }

  public String getStatute() {
    return statute;
  }

  public void setStatute(@Nullable String statute) {
    this.statute = statute == null ? "" : statute;
  }

  public String getCourt() {
    return court;
  }

  public void setCourt(@Nullable String court) {
    this.court = court == null ? "" : court;
  }

  public String getYear() {
    return year;
  }

  public void setYear(@Nullable String year) {
    this.year = year == null ? "" : year.strip();
  }
}
