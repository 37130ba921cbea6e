package org.proffer.web.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseView;
import org.proffer.cases.Cases;
import org.proffer.law.Verdict;
import org.proffer.mail.ParsedMessage;
import org.proffer.messages.MessagePage;
import org.proffer.messages.MessageQuery;
import org.proffer.messages.MessageSummary;
import org.proffer.messages.MessageTotals;
import org.proffer.messages.Messages;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** The messages of a case, filtered and sorted by what stands in the address. */
@Named("listPage")
@RequestScoped
public class ListPage {
  private static final int ROWS = 50;

  @Inject private Messages messages;
  @Inject private Cases cases;

  private String caseId = "";
  private String verdict = "";
  private String requirement = "";
  private String outcome = "";
  private String sender = "";
  private String from = "";
  private String until = "";
  private String q = "";
  private String sort = "DATE";
  private String order = "";
  private String page = "0";

  private @Nullable CaseView view;
  private @Nullable MessageTotals totals;
  private List<Row> rows = List.of();
  private long total;
  private boolean complete = true;
  private long first;

  /** A message as the list shows it. */
  public record Row(MessageSummary summary, String sent, String sender, String violated) {}

  /** A total that opens its rows. */
  public record Total(String label, String count, String address, boolean current) {}

  /** A column heading that sorts. */
  public record Column(String label, String address, String direction) {}

  /** Loads the page. */
  public void load() {
    try {
      CaseId id = CaseId.parse(caseId);
      view = cases.get(id);
      totals = messages.totals(id);
      first = Math.max(0, number(page)) * ROWS;
      MessagePage found = messages.search(id, query(), first, ROWS);
      rows = found.rows().stream().map(ListPage::row).toList();
      total = found.total();
      complete = found.complete();
    } catch (InvalidInput refusal) {
      Show.refusal(refusal);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private MessageQuery query() {
    return new MessageQuery(
        choice(Verdict.class, verdict),
        requirement,
        null,
        choice(ParsedMessage.Outcome.class, outcome),
        sender,
        day("from", from),
        day("until", until),
        q,
        sorting(),
        order.equals("desc"));
  }

  private MessageQuery.Sort sorting() {
    MessageQuery.Sort chosen = choice(MessageQuery.Sort.class, sort);
    return chosen == null ? MessageQuery.Sort.DATE : chosen;
  }

  private static <E extends Enum<E>> @Nullable E choice(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return null;
  }

  private static @Nullable LocalDate day(String field, String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      InvalidInput refusal =
          new InvalidInput(field, "“" + text + "” is no day.", "Enter it like 2005-03-02.");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static long number(String text) {
    return text.matches("\\d{1,7}") ? Long.parseLong(text) : 0;
  }

  private static Row row(MessageSummary m) {
    return new Row(
        m,
        Show.instant(m.sentAt()),
        m.fromName().isEmpty() ? m.fromAddress() : m.fromName() + " <" + m.fromAddress() + ">",
        String.join(" ", m.violated()));
  }

  private String address(
      String newVerdict,
      String newRequirement,
      String newOutcome,
      String newSort,
      String newOrder,
      long newPage) {
    StringBuilder address = new StringBuilder("list.xhtml?case=" + encode(caseId));
    add(address, "verdict", newVerdict);
    add(address, "requirement", newRequirement);
    add(address, "outcome", newOutcome);
    add(address, "sender", sender);
    add(address, "from", from);
    add(address, "until", until);
    add(address, "q", q);
    add(address, "sort", newSort.equals("DATE") ? "" : newSort);
    add(address, "order", newOrder);
    add(address, "page", newPage == 0 ? "" : Long.toString(newPage));
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.append('&').append(name).append('=').append(encode(value));
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Totals over all messages of the case, each the address of its rows. */
  public List<Total> getTotals() {
    MessageTotals t = totals;
    if (t == null) {
      return List.of();
    }
    return List.of(
        total("All messages", t.messages(), "", ""),
        total("Violated", t.violated(), "VIOLATED", ""),
        total("Undetermined", t.undetermined(), "UNDETERMINED", ""),
        total("Met", t.met(), "MET", ""),
        total("Not applicable", t.notApplicable(), "NOT_APPLICABLE", ""),
        total("With defects", t.withDefects(), "", "PARSED_WITH_DEFECTS"),
        total("Quarantined", t.quarantined(), "", "QUARANTINED"));
  }

  private Total total(String label, long count, String ofVerdict, String ofOutcome) {
    StringBuilder address = new StringBuilder("list.xhtml?case=" + encode(caseId));
    add(address, "verdict", ofVerdict);
    add(address, "outcome", ofOutcome);
    boolean current =
        verdict.equals(ofVerdict) && outcome.equals(ofOutcome) && requirement.isEmpty();
    return new Total(label, Show.count(count), address.toString(), current);
  }

  /** Violations of each requirement, each the address of its rows. */
  public List<Total> getViolations() {
    MessageTotals t = totals;
    return t == null
        ? List.of()
        : t.requirements().stream()
            .filter(r -> r.violated() > 0)
            .map(
                r ->
                    new Total(
                        r.requirement() + " violated",
                        Show.count(r.violated()),
                        "list.xhtml?case="
                            + encode(caseId)
                            + "&verdict=VIOLATED&requirement="
                            + r.requirement(),
                        requirement.equals(r.requirement())))
            .toList();
  }

  /** The headings of the table. */
  public List<Column> getColumns() {
    return List.of(
        column("Sent (UTC)", "DATE"),
        column("From", "SENDER"),
        column("Subject", "SUBJECT"),
        column("Verdict", "VERDICT"));
  }

  private Column column(String label, String by) {
    boolean current = sort.equals(by);
    boolean descending = order.equals("desc");
    return new Column(
        label,
        address(verdict, requirement, outcome, by, current && !descending ? "desc" : "", 0),
        !current ? "none" : descending ? "descending" : "ascending");
  }

  /** Address of the page before; empty on the first. */
  public String getBefore() {
    return first == 0 ? "" : address(verdict, requirement, outcome, sort, order, first / ROWS - 1);
  }

  /** Address of the page behind; empty on the last. */
  public String getBehind() {
    return first + ROWS >= total
        ? ""
        : address(verdict, requirement, outcome, sort, order, first / ROWS + 1);
  }

  /** What is shown, in words, and whether it is everything. */
  public String getCoverage() {
    String shown =
        total == 0
            ? "No message matches."
            : String.format(
                Locale.US, "%,d–%,d of %,d messages.", first + 1, first + rows.size(), total);
    return complete ? shown : shown + " An import is running: the list is not complete yet.";
  }

  public List<Verdict> getVerdicts() {
    return List.of(Verdict.values());
  }

  /** The requirements that occur. */
  public List<String> getRequirements() {
    MessageTotals t = totals;
    return t == null
        ? List.of()
        : t.requirements().stream().map(MessageTotals.RequirementTotal::requirement).toList();
  }

  public List<Row> getRows() {
    return rows;
  }

  public @Nullable CaseView getView() {
    return view;
  }

  public String getCaseId() {
    return caseId;
  }

  public void setCaseId(@Nullable String caseId) {
    this.caseId = caseId == null ? "" : caseId;
  }

  public String getVerdict() {
    return verdict;
  }

  public void setVerdict(@Nullable String verdict) {
    this.verdict = verdict == null ? "" : verdict;
  }

  public String getRequirement() {
    return requirement;
  }

  public void setRequirement(@Nullable String requirement) {
    this.requirement = requirement == null ? "" : requirement;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(@Nullable String outcome) {
    this.outcome = outcome == null ? "" : outcome;
  }

  public String getSender() {
    return sender;
  }

  public void setSender(@Nullable String sender) {
    this.sender = sender == null ? "" : sender;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from == null ? "" : from;
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(@Nullable String until) {
    this.until = until == null ? "" : until;
  }

  public String getQ() {
    return q;
  }

  public void setQ(@Nullable String q) {
    this.q = q == null ? "" : q;
  }

  public String getSort() {
    return sort;
  }

  public void setSort(@Nullable String sort) {
    this.sort = sort == null || sort.isEmpty() ? "DATE" : sort;
  }

  public String getOrder() {
    return order;
  }

  public void setOrder(@Nullable String order) {
    this.order = order == null ? "" : order;
  }

  public String getPage() {
    return page;
  }

  public void setPage(@Nullable String page) {
    this.page = page == null ? "0" : page;
  }
}
