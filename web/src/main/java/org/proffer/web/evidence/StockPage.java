package org.proffer.web.evidence;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.evidence.StockChecks;
import org.proffer.evidence.StockView;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** The stock check of a case: what should be there, what was seen, what differs. */
@Named("stockPage")
@RequestScoped
public class StockPage {
  @Inject private StockChecks checks;
  @Inject private CaseTabs tabs;
  @Inject private Access access;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private String caseId = "";
  private @Nullable Refusal refused;
  private @Nullable StockView open;
  private List<Ended> ended = List.of();
  private List<Row> rows = List.of();
  private boolean checking;
  private String shelf = "";
  private String item = "";
  private String seenShelf = "";
  private String seenSeal = "";

  /** A line of the check as the table shows it. */
  public record Row(StockView.Line line, String seen) {}

  /** A check that has ended. */
  public record Ended(StockView view, String begun, String end, int seen) {}

  @PostConstruct
  void readAddress() {
    try {
      CaseId id = CaseId.parse(asked.getOrDefault("case", ""));
      caseId = id.toString();
      tabs.show(id.value(), CaseTab.EVIDENCE);
      checking = access.may(Action.HANDLE_EVIDENCE, id.value());
      StockView now = checks.underWay(id).orElse(null);
      open = now;
      rows =
          now == null
              ? List.of()
              : now.lines().stream()
                  .map(
                      line ->
                          new Row(line, line.seenAt() == null ? "" : Show.instant(line.seenAt())))
                  .toList();
      ended =
          checks.of(id).stream()
              .map(
                  check ->
                      new Ended(
                          check,
                          Show.instant(check.begunAt()),
                          Show.instant(check.endedAt()),
                          (int)
                              check.lines().stream().filter(line -> line.seenAt() != null).count()))
              .toList();
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  /** Answers in place of the page if there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  /** Begins a check. */
  public @Nullable String begin() {
    return done(() -> checks.begin(CaseId.parse(caseId), shelf));
  }

  /** Enters that an item was seen. */
  public @Nullable String see() {
    return done(() -> checks.see(current().id(), item, seenShelf, seenSeal));
  }

  /** Ends the check. */
  public @Nullable String end() {
    return done(() -> checks.end(current().id()));
  }

  private StockView current() {
    return Objects.requireNonNull(open, "no check is under way");
  }

  private @Nullable String done(Runnable work) {
    try {
      work.run();
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
    return "/evidence/stock.xhtml?faces-redirect=true&case=" + caseId;
  }

  public String getCaseId() {
    return caseId;
  }

  public @Nullable StockView getOpen() {
    return open;
  }

  public List<Row> getRows() {
    return rows;
  }

  public List<Ended> getEnded() {
    return ended;
  }

  /** Whether the person may count. */
  public boolean isChecking() {
    return checking;
  }

  public String getShelf() {
    return shelf;
  }

  public void setShelf(@Nullable String shelf) {
    this.shelf = shelf == null ? "" : shelf;
  }

  public String getItem() {
    return item;
  }

  public void setItem(@Nullable String item) {
    this.item = item == null ? "" : item;
  }

  public String getSeenShelf() {
    return seenShelf;
  }

  public void setSeenShelf(@Nullable String seenShelf) {
    this.seenShelf = seenShelf == null ? "" : seenShelf;
  }

  public String getSeenSeal() {
    return seenSeal;
  }

  public void setSeenSeal(@Nullable String seenSeal) {
    this.seenSeal = seenSeal == null ? "" : seenSeal;
  }
}
