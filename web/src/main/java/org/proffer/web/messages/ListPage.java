package org.proffer.web.messages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.primefaces.event.data.PageEvent;
import org.primefaces.event.data.SortEvent;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseView;
import org.proffer.cases.Cases;
import org.proffer.law.Verdict;
import org.proffer.mail.ParsedMessage;
import org.proffer.messages.Coverage;
import org.proffer.messages.MessagePage;
import org.proffer.messages.MessageQuery;
import org.proffer.messages.MessageSummary;
import org.proffer.messages.MessageTotals;
import org.proffer.messages.Messages;
import org.proffer.messages.RecheckId;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Refusal;
import org.proffer.query.QueryNotUnderstood;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/**
 * The messages of a case, filtered, sorted and paged by what stands in the address. The table asks
 * for other pages and orders without leaving the page; the answer says the new address.
 */
@Named("listPage")
@RequestScoped
public class ListPage {
  private static final int ROWS = 50;

  @Inject private Messages messages;
  @Inject private Cases cases;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private final LazyDataModel<Row> rows = new Rows();

  private String caseId = "";
  private String verdict = "";
  private String requirement = "";
  private String outcome = "";
  private String review = "";
  private String recheck = "";
  private String was = "";
  private String became = "";
  private String sender = "";
  private String from = "";
  private String until = "";
  private String q = "";
  private String sort = "";
  private String order = "";
  private String page = "";

  private @Nullable CaseView view;
  private @Nullable MessageTotals totals;
  private @Nullable MessagePage found;

  /** A message as the list shows it. */
  public record Row(MessageSummary summary, String sent, String sender, String violated) {}

  /** A total that opens its rows. */
  public record Total(String label, String count, String address, boolean current) {}

  /** The rows, a page at a time, counted by the same search. */
  private final class Rows extends LazyDataModel<Row> {
    private static final long serialVersionUID = 1L;

    @Override
    public int count(Map<String, FilterMeta> filters) {
      return (int) found().total();
    }

    @Override
    public List<Row> load(
        int first, int most, Map<String, SortMeta> orders, Map<String, FilterMeta> filters) {
      page = Integer.toString(first / ROWS);
      return found().rows().stream().map(ListPage::row).toList();
    }
  }

  @PostConstruct
  void readAddress() {
    caseId = asked("case");
    verdict = asked("verdict");
    requirement = asked("requirement");
    outcome = asked("outcome");
    review = asked("review");
    recheck = asked("recheck");
    was = asked("was");
    became = asked("became");
    sender = asked("sender");
    from = asked("from");
    until = asked("until");
    q = asked("q");
    sort = asked("sort");
    order = asked("order");
    page = asked("page");
  }

  private String asked(String name) {
    return asked.getOrDefault(name, "");
  }

  /** Loads what stands around the table. */
  public void load() {
    try {
      CaseId id = CaseId.parse(caseId);
      view = cases.get(id);
      tabs.show(id.value(), CaseTab.MESSAGES);
      totals = messages.totals(id);
      found();
    } catch (InvalidInput | QueryNotUnderstood refusal) {
      found = new MessagePage(List.of(), 0, 0, true, new Coverage(0, 0, 0, 0, 0), List.of());
      Show.refusal(refusal);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  /** Another page of the same list. */
  public void turn(PageEvent event) {
    page = Integer.toString(event.getPage());
    tellAddress();
  }

  /** The same list in another order, from its start. */
  public void arrange(SortEvent event) {
    for (SortMeta by : event.getSortBy().values()) {
      if (by.isActive()) {
        sort = by.getField();
        order = by.getOrder().isDescending() ? "desc" : "";
      }
    }
    page = "0";
    tellAddress();
  }

  private void tellAddress() {
    PrimeFaces.current().ajax().addCallbackParam("address", getAddress());
  }

  /** What the address asks for, the last page instead of a page behind it. */
  private MessagePage found() {
    MessagePage now = found;
    long first = getFirst();
    if (now == null || now.first() != first) {
      CaseId id = CaseId.parse(caseId);
      now = messages.search(id, query(), first, ROWS);
      if (now.rows().isEmpty() && now.total() > 0) {
        page = Long.toString((now.total() - 1) / ROWS);
        now = messages.search(id, query(), getFirst(), ROWS);
      }
      found = now;
    }
    return now;
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
        order.equals("desc"),
        choice(MessageQuery.Review.class, review),
        recheck.isEmpty()
            ? null
            : new MessageQuery.Change(
                RecheckId.parse(recheck),
                choice(Verdict.class, was),
                choice(Verdict.class, became)));
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

  private static Row row(MessageSummary m) {
    return new Row(
        m,
        Show.instant(m.sentAt()),
        m.fromName().isEmpty() ? m.fromAddress() : m.fromName() + " <" + m.fromAddress() + ">",
        String.join(" ", m.violated()));
  }

  /** The address of what is shown. */
  public String getAddress() {
    return new ListAddress(caseId)
        .with("verdict", verdict)
        .with("requirement", requirement)
        .with("outcome", outcome)
        .with("review", review)
        .with("recheck", recheck)
        .with("was", was)
        .with("became", became)
        .with("sender", sender)
        .with("from", from)
        .with("until", until)
        .with("q", q)
        .with("sort", sort.equals("DATE") ? "" : sort)
        .with("order", order)
        .with("page", page.equals("0") ? "" : page)
        .toString();
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
    ListAddress address =
        new ListAddress(caseId).with("verdict", ofVerdict).with("outcome", ofOutcome);
    boolean current =
        verdict.equals(ofVerdict)
            && outcome.equals(ofOutcome)
            && requirement.isEmpty()
            && review.isEmpty()
            && recheck.isEmpty();
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
                        new ListAddress(caseId)
                            .with("verdict", "VIOLATED")
                            .with("requirement", r.requirement())
                            .toString(),
                        requirement.equals(r.requirement())))
            .toList();
  }

  /** The order of the table, as the address says. */
  public SortMeta getOrdering() {
    return SortMeta.builder()
        .field(sorting().name())
        .order(order.equals("desc") ? SortOrder.DESCENDING : SortOrder.ASCENDING)
        .build();
  }

  /** Index of the first row of the page, from 0. */
  public int getFirst() {
    return page.matches("\\d{1,7}") ? Integer.parseInt(page) * ROWS : 0;
  }

  public int getMost() {
    return ROWS;
  }

  /** What is shown, in words, and whether it is everything. */
  public String getCoverage() {
    MessagePage now = found();
    String shown =
        now.total() == 0
            ? "No message matches."
            : String.format(
                Locale.US,
                "%,d–%,d of %s%,d messages.",
                now.first() + 1,
                now.first() + now.rows().size(),
                now.exact() ? "" : "more than ",
                now.total());
    return Stream.concat(Stream.of(shown, now.coverage().words()), now.notes().stream())
        .collect(Collectors.joining(" "));
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

  public LazyDataModel<Row> getRows() {
    return rows;
  }

  public @Nullable CaseView getView() {
    return view;
  }

  public String getCaseId() {
    return caseId;
  }

  /** What can be asked of the decisions. */
  public List<MessageQuery.Review> getReviews() {
    return List.of(MessageQuery.Review.values());
  }

  public String getReview() {
    return review;
  }

  public String getRecheck() {
    return recheck;
  }

  public String getWas() {
    return was;
  }

  public String getBecame() {
    return became;
  }

  public String getVerdict() {
    return verdict;
  }

  public String getRequirement() {
    return requirement;
  }

  public String getOutcome() {
    return outcome;
  }

  public String getSender() {
    return sender;
  }

  public String getFrom() {
    return from;
  }

  public String getUntil() {
    return until;
  }

  /** What the filters and words ask for, as a query of the review, as a part of an address. */
  public String getEncoded() {
    StringBuilder query = new StringBuilder(q.isBlank() ? "" : "(" + q + ")");
    if (requirement.isEmpty()) {
      also(query, "verdict:", verdict.toLowerCase(Locale.ROOT));
    } else {
      boolean any = verdict.isEmpty() || verdict.equals("NOT_APPLICABLE");
      also(query, any ? "requirement:" : verdict.toLowerCase(Locale.ROOT) + ":", requirement);
    }
    also(query, "outcome:", outcome);
    also(query, "from:", sender.isEmpty() ? "" : '"' + sender.replace('"', ' ') + '"');
    also(query, "date:", from.isEmpty() && until.isEmpty() ? "" : from + ".." + until);
    return URLEncoder.encode(query.toString().strip(), StandardCharsets.UTF_8);
  }

  private static void also(StringBuilder query, String field, String value) {
    if (!value.isEmpty()) {
      query.append(' ').append(field).append(value);
    }
  }

  public String getQ() {
    return q;
  }
}
