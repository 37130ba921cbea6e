package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.compliance.AuditFinding;
import org.proffer.compliance.DeskFigures;
import org.proffer.compliance.MailingAuditView;
import org.proffer.compliance.MailingAudits;
import org.proffer.compliance.MailingMessage;
import org.proffer.mailings.Column;
import org.proffer.mailings.ListKind;
import org.proffer.mailings.RowProblem;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** An audit: its lists and their columns, then what was found. */
@Named("deskAuditPage")
@RequestScoped
public class AuditPage {
  @Inject private MailingAudits audits;
  @Inject private ClientTabs tabs;

  private static final int SHOWN = 100;

  private String id = "";
  private String requirement = "";
  private String verdict = "";
  private String address = "";
  private String page = "";
  private @Nullable MailingAuditView view;
  private List<ListRow> lists = List.of();
  private List<Fact> facts = List.of();
  private List<Found> found = List.of();
  private List<FindingRow> findings = List.of();
  private List<RowProblem> problems = List.of();
  private List<ClientPage.Bar> latency = List.of();
  private long total;
  private String duty = "";
  private MailingAudits.@Nullable GivenMessages given;
  private List<Found> checked = List.of();
  private List<MessageRow> messages = List.of();
  private long broken;

  /** A message that violates something, as the table shows it. */
  public record MessageRow(MailingMessage view, String at, String violated, String reason) {}

  /** A list that is given, or can be. */
  public record ListRow(
      String kind,
      String label,
      String needed,
      String fileName,
      String size,
      String rows,
      String unread,
      List<ColumnRow> columns) {}

  /** A column of a list with the headings that it can be. */
  public record ColumnRow(String name, String label, List<RecordPage.Option> headings) {}

  /** A number with its label. */
  public record Fact(String label, String value) {}

  /** A count of findings. */
  public record Found(String requirement, String verdict, String count) {}

  /** A finding as the table shows it. */
  public record FindingRow(AuditFinding view, String at, String requested) {}

  /** Loads what the page shows. */
  public void load() {
    try {
      MailingAuditView shown = audits.get(Ids.parse("mailing audit", id));
      view = shown;
      tabs.show(shown.clientId(), "audits");
      lists = lists(shown);
      given = audits.givenMessages(shown.id());
      JsonObject tally = shown.tally();
      if (tally != null) {
        facts = facts(tally);
        found = found(tally);
        latency = ClientPage.bars(DeskFigures.latency(tally));
        problems = audits.problems(shown.id());
        if (tally.containsKey("messages")) {
          messages(shown.id(), tally.getJsonObject("messages"));
        }
        find(shown.id());
      }
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private void find(UUID audit) {
    total = audits.countFindings(audit, requirement, verdict, address);
    findings =
        audits.findings(audit, requirement, verdict, address, number() * SHOWN, SHOWN).stream()
            .map(f -> new FindingRow(f, Show.instant(f.at()), Show.instant(f.requestedAt())))
            .toList();
  }

  /**
   * What the checks of the messages say, those that violate something, in the order of the file.
   */
  private void messages(UUID audit, JsonObject tally) {
    facts.add(new Fact("Messages checked", count(tally, "read")));
    facts.add(new Fact("Messages without a recipient", count(tally, "withoutAddress")));
    facts.add(new Fact("Messages without a date", count(tally, "withoutDate")));
    facts.add(new Fact("Messages that could not be read as a whole", count(tally, "quarantined")));
    checked =
        tally.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
            .filter(f -> !f.getString("verdict").equals("NOT_APPLICABLE"))
            .map(
                f ->
                    new Found(
                        f.getString("requirement"), f.getString("verdict"), count(f, "count")))
            .toList();
    String of =
        duty.isEmpty()
            ? checked.stream()
                .filter(f -> f.verdict().equals("VIOLATED"))
                .map(Found::requirement)
                .findFirst()
                .orElse("")
            : duty;
    if (!of.isEmpty()) {
      duty = of;
      broken = audits.countMessages(audit, of);
      messages =
          audits.messages(audit, of, 0, SHOWN).stream()
              .map(
                  m ->
                      new MessageRow(
                          m,
                          Show.instant(m.sentAt()),
                          String.join(", ", m.violated()),
                          m.reasons().getOrDefault(of, "")))
              .toList();
    }
  }

  private int number() {
    return page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
  }

  private static List<ListRow> lists(MailingAuditView shown) {
    JsonObject tally = shown.tally();
    List<ListRow> rows = new ArrayList<>();
    for (ListKind kind : ListKind.values()) {
      MailingAuditView.GivenList given =
          shown.lists().stream().filter(list -> list.kind() == kind).findFirst().orElse(null);
      boolean needed = kind == ListKind.SENDS || kind == ListKind.OPT_OUTS;
      rows.add(
          new ListRow(
              kind.name(),
              kind.label(),
              needed ? "needed" : "if there is one",
              given == null ? "" : given.fileName(),
              given == null ? "" : Show.bytes(given.length()),
              tally == null
                  ? ""
                  : Show.count(tally.getJsonObject("rows").getJsonNumber(kind.name()).longValue()),
              tally == null
                  ? ""
                  : Show.count(
                      tally.getJsonObject("notRead").getJsonNumber(kind.name()).longValue()),
              given == null ? List.of() : columns(given)));
    }
    return rows;
  }

  private static List<ColumnRow> columns(MailingAuditView.GivenList given) {
    List<ColumnRow> columns = new ArrayList<>();
    for (Column column : given.kind().columns()) {
      String chosen = given.mapping().getString(column.name(), "");
      columns.add(
          new ColumnRow(
              column.name(),
              column.required() ? column.label() + " *" : column.label(),
              given.header().stream()
                  .map(h -> new RecordPage.Option(h, h, h.equals(chosen) ? "chosen" : ""))
                  .toList()));
    }
    return columns;
  }

  private static List<Fact> facts(JsonObject tally) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Sends", count(tally.getJsonObject("rows"), "SENDS")));
    facts.add(new Fact("Addresses that objected", count(tally, "addressesObjected")));
    facts.add(new Fact("Sends to them after their request", count(tally, "sendsToObjectors")));
    facts.add(new Fact("In time, to the tenth business day", count(tally, "sendsInTime")));
    facts.add(new Fact("After a later consent", count(tally, "sendsAfterConsent")));
    facts.add(new Fact("Outside the request", count(tally, "sendsOutOfScope")));
    facts.add(new Fact("Addresses with a late send", count(tally, "addressesLate")));
    facts.add(new Fact("Never on the sender's own list", count(tally, "missingOnOwnList")));
    facts.add(new Fact("First send", tally.getString("firstSent", "—")));
    facts.add(new Fact("Last send", tally.getString("lastSent", "—")));
    return facts;
  }

  private static String count(JsonObject json, String name) {
    return Show.count(json.getJsonNumber(name).longValue());
  }

  private static List<Found> found(JsonObject tally) {
    return tally.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
        .map(f -> new Found(f.getString("requirement"), f.getString("verdict"), count(f, "count")))
        .toList();
  }

  public MailingAuditView getView() {
    return Objects.requireNonNull(view, "the page shows an audit");
  }

  /** Whether its lists can still be given. */
  public boolean isPrepared() {
    return getView().state() == MailingAuditView.State.PREPARED && tabs.isWorking();
  }

  /** Whether it is being computed. */
  public boolean isRunning() {
    return getView().state() == MailingAuditView.State.RUNNING;
  }

  /** Whether it has ended. */
  public boolean isCompleted() {
    return getView().state() == MailingAuditView.State.COMPLETED;
  }

  /** What of the findings is shown, in words. */
  public String getShown() {
    JsonObject tally = getView().tally();
    long all = tally == null ? 0 : tally.getJsonNumber("found").longValue();
    long kept = tally == null ? 0 : tally.getJsonNumber("kept").longValue();
    return Show.count(findings.size())
        + " of "
        + Show.count(total)
        + (all > kept
            ? "; the list has the first " + Show.count(kept) + ", the CSV all " + Show.count(all)
            : "");
  }

  /** Address of the next findings; empty on the last page. */
  public String getNext() {
    return (number() + 1L) * SHOWN < total
        ? "audit.xhtml?id="
            + id
            + "&requirement="
            + requirement
            + "&verdict="
            + verdict
            + "&address="
            + java.net.URLEncoder.encode(address, java.nio.charset.StandardCharsets.UTF_8)
            + "&page="
            + (number() + 1)
        : "";
  }

  /** The messages that were given, in words; empty without them. */
  public String getGiven() {
    MailingAudits.GivenMessages all = given;
    return all == null
        ? ""
        : all.fileName()
            + ", "
            + Show.count(all.messages())
            + " messages, "
            + Show.bytes(all.length())
            + (all.withFacts() ? ", with a facts file" : "");
  }

  /** What the checks of the messages say. */
  public List<Found> getChecked() {
    return checked;
  }

  /** The messages that violate the duty that is shown. */
  public List<MessageRow> getMessages() {
    return messages;
  }

  /** How many of these are shown, in words. */
  public String getMessagesShown() {
    return Show.count(messages.size()) + " of " + Show.count(broken);
  }

  public String getDuty() {
    return duty;
  }

  public void setDuty(@Nullable String duty) {
    this.duty = duty == null ? "" : duty;
  }

  /** The height of the drawing of the distribution. */
  public int getHeight() {
    return latency.size() * 20 + 4;
  }

  /** The zone of the sender in words. */
  public String getZone() {
    String zone = getView().settings().getString("senderZone", "");
    return zone.isEmpty() ? "not known: a send is late only where it is late in every zone" : zone;
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }

  public String getRequirement() {
    return requirement;
  }

  public void setRequirement(@Nullable String requirement) {
    this.requirement = requirement == null ? "" : requirement;
  }

  public String getVerdict() {
    return verdict;
  }

  public void setVerdict(@Nullable String verdict) {
    this.verdict = verdict == null ? "" : verdict;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(@Nullable String address) {
    this.address = address == null ? "" : address;
  }

  public String getPage() {
    return page;
  }

  public void setPage(@Nullable String page) {
    this.page = page == null ? "" : page;
  }

  public List<ListRow> getLists() {
    return lists;
  }

  public List<Fact> getFacts() {
    return facts;
  }

  public List<Found> getFound() {
    return found;
  }

  public List<FindingRow> getFindings() {
    return findings;
  }

  public List<RowProblem> getProblems() {
    return problems;
  }

  public List<ClientPage.Bar> getLatency() {
    return latency;
  }
}
