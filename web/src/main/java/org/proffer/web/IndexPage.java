package org.proffer.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CasePage;
import org.proffer.cases.CaseSummary;
import org.proffer.cases.Cases;
import org.proffer.restrictions.BreakGlass;

/** Home: the cases of the person, filtered and paged by what stands in the address. */
@Named("indexPage")
@RequestScoped
public class IndexPage {
  private static final int ROWS = 50;

  @Inject private Cases cases;
  @Inject private Access access;
  @Inject private BreakGlass glass;

  private String q = "";
  private int page;
  private long total;
  private List<Row> rows = List.of();
  private boolean withoutContent;

  /** A case as the list shows it. */
  public record Row(
      CaseSummary summary, String openedAt, String items, String messages, String violated) {}

  /** Loads the list; roles that see no content get none. */
  public void load() {
    withoutContent = !access.may(Action.LIST_CASES);
    if (!withoutContent) {
      CasePage found = cases.list(q, page * ROWS, ROWS);
      rows = found.rows().stream().map(IndexPage::row).toList();
      total = found.total();
    }
  }

  private static Row row(CaseSummary c) {
    return new Row(
        c,
        Show.instant(c.openedAt()),
        Show.count(c.items()),
        Show.count(c.messages()),
        Show.count(c.violated()));
  }

  /** Which of the cases are shown, in words. */
  public String getShown() {
    return rows.size() == total
        ? Show.count(total) + (total == 1 ? " case" : " cases")
        : Show.count((long) page * ROWS + 1)
            + " to "
            + Show.count((long) page * ROWS + rows.size())
            + " of "
            + Show.count(total);
  }

  /** Address of the newer cases; empty on the first page. */
  public String getNewer() {
    return page == 0 ? "" : address(page - 1);
  }

  /** Address of the older cases; empty on the last page. */
  public String getOlder() {
    return (page + 1L) * ROWS < total ? address(page + 1) : "";
  }

  private String address(int other) {
    return "index.xhtml?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&page=" + other;
  }

  /** Whether the person may enter a case by breaking glass. */
  public boolean isBreaking() {
    return access.may(Action.BREAK_GLASS);
  }

  /** Whether the person opens cases. */
  public boolean isOpening() {
    return access.may(Action.OPEN_CASE);
  }

  /** How many uses of break-glass wait for the person's review, in words; empty for none. */
  public String getToReview() {
    int waiting = access.may(Action.REVIEW_BREAK_GLASS) ? glass.toReview().size() : 0;
    return waiting == 0 ? "" : " (" + waiting + " to review)";
  }

  /** Whether the person has cases to choose among; a filter without matches still shows. */
  public boolean isFilterable() {
    return !withoutContent && (total > 1 || !q.isEmpty());
  }

  public String getQ() {
    return q;
  }

  public void setQ(@Nullable String q) {
    this.q = q == null ? "" : q;
  }

  public String getPage() {
    return Integer.toString(page);
  }

  /** The page wanted, from 0; what is no number is the first. */
  public void setPage(@Nullable String page) {
    this.page = page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
  }

  public List<Row> getRows() {
    return rows;
  }

  public boolean isWithoutContent() {
    return withoutContent;
  }

  /** Whether the person reads the audit log. */
  public boolean isAuditor() {
    return access.may(Action.READ_AUDIT);
  }

  /** Whether the person sees how the portal runs. */
  public boolean isOperator() {
    return access.may(Action.OPERATE);
  }
}
