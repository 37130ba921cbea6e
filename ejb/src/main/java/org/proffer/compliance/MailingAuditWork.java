package org.proffer.compliance;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.evidence.Vault;
import org.proffer.law.Verdict;
import org.proffer.mailings.AuditHit;
import org.proffer.mailings.AuditSettings;
import org.proffer.mailings.AuditTally;
import org.proffer.mailings.ColumnMapping;
import org.proffer.mailings.ListKind;
import org.proffer.mailings.ListRefused;
import org.proffer.mailings.ListSource;
import org.proffer.mailings.MailingAudit;

/** Computes an audit from its lists in the vault, and keeps what is found. */
@ApplicationScoped
class MailingAuditWork {
  /** Findings kept as rows; all of them stand in the CSV. */
  static final int KEPT = 100_000;

  private static final int AT_ONCE = 2_000;
  private static final ListSource NO_REQUESTS =
      ListSource.of(
          () -> new ByteArrayInputStream("address,receivedAt\n".getBytes(StandardCharsets.UTF_8)),
          new ColumnMapping(Map.of("address", "address", "receivedAt", "receivedAt")));

  @Inject private AuditRows rows;
  @Inject private MailingMessageWork messages;
  @Inject private Vault vault;
  @Inject private Clock clock;

  List<UUID> interrupted() {
    return rows.running();
  }

  void run(UUID id) {
    MailingAuditView view = rows.find(id);
    try {
      compute(view);
    } catch (ListRefused refused) {
      ComplianceLog.LOG.auditFailed(id, refused);
      rows.fail(id, refused.getMessage() + " " + refused.next());
    } catch (IOException | RuntimeException e) {
      ComplianceLog.LOG.auditFailed(id, e);
      rows.fail(
          id,
          "The audit stopped ("
              + e.getClass().getSimpleName()
              + "). Nothing of it is kept; prepare it again, or ask who runs the portal.");
    }
  }

  private void compute(MailingAuditView view) throws IOException {
    rows.clear(view);
    Map<ListKind, ListSource> lists = new EnumMap<>(ListKind.class);
    for (MailingAuditView.GivenList list : view.lists()) {
      lists.put(
          list.kind(),
          ListSource.of(
              () -> vault.open(list.sha256()).open(0), MailingAudits.mapping(list.mapping())));
    }
    // Messages alone: nobody is said to have objected, so no send is late.
    lists.computeIfAbsent(ListKind.OPT_OUTS, none -> NO_REQUESTS);
    MailingMessageWork.Outcome ofMessages = messages.run(view);
    try (Vault.Arrival arrival = vault.arrive()) {
      Keeper keeper = new Keeper(view, arrival);
      AuditTally tally = MailingAudit.of(settings(view), lists, keeper, () -> false);
      keeper.end();
      rows.problems(view, tally.problemRows());
      JsonObjectBuilder json = json(tally, keeper.number);
      if (ofMessages != null) {
        json.add("messages", ofMessages.tally());
      }
      rows.complete(view, json.build(), arrival.keep().sha256(), tally, keeper.days, ofMessages);
    }
  }

  private AuditSettings settings(MailingAuditView view) {
    JsonObject said = view.settings();
    String zone = said.getString("senderZone", "");
    return new AuditSettings(
        said.getString("sender"),
        zone.isEmpty() ? null : ZoneId.of(zone),
        ZoneId.of(said.getString("timesZone")),
        said.getString("kind", ""),
        said.getBoolean("requestsComplete"),
        said.getBoolean("consentsComplete"),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** Writes what is found, each to the CSV and the first to the table. */
  private final class Keeper implements AuditHit.Sink {
    private final MailingAuditView view;
    private final CsvWriter csv;
    private final List<AuditHit> waiting = new ArrayList<>();
    private final Map<String, LocalDate> days = new java.util.HashMap<>();
    private int number;

    Keeper(MailingAuditView view, Vault.Arrival out) {
      this.view = view;
      this.csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      csv.writeRecord(
          "number",
          "requirement",
          "verdict",
          "address",
          "at",
          "line",
          "requested at",
          "request line",
          "tenth business day",
          "kind",
          "by",
          "reason",
          "missing");
    }

    @Override
    public void take(AuditHit hit) {
      number++;
      Instant at = hit.at();
      csv.writeRecord(
          Integer.toString(number),
          hit.requirement(),
          hit.verdict().name(),
          hit.address(),
          at == null ? "" : at.toString(),
          hit.line() == 0 ? "" : Long.toString(hit.line()),
          hit.requestedAt().toString(),
          Long.toString(hit.requestLine()),
          hit.lastDay().toString(),
          inert(hit.kind()),
          inert(hit.by()),
          inert(hit.reason()),
          inert(String.join("; ", hit.missing())));
      LocalDate day = at == null ? hit.lastDay() : LocalDate.ofInstant(at, ZoneOffset.UTC);
      days.merge(hit.requirement() + " " + hit.verdict(), day, (a, b) -> a.isBefore(b) ? a : b);
      if (number <= KEPT) {
        waiting.add(hit);
        if (waiting.size() == AT_ONCE) {
          flush();
        }
      }
    }

    private void flush() {
      if (!waiting.isEmpty()) {
        rows.add(view, Math.min(number, KEPT) - waiting.size() + 1, waiting);
        waiting.clear();
      }
    }

    void end() throws IOException {
      flush();
      csv.flush();
    }
  }

  /** Text that a table calculator does not take for a formula. */
  static String inert(String text) {
    return text.matches("[=+\\-@\\t\\r].*") ? "'" + text : text;
  }

  private static JsonObjectBuilder json(AuditTally tally, int found) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    JsonObjectBuilder rowCounts = Json.createObjectBuilder();
    JsonObjectBuilder problemCounts = Json.createObjectBuilder();
    for (ListKind kind : ListKind.values()) {
      rowCounts.add(kind.name(), tally.rows(kind));
      problemCounts.add(kind.name(), tally.problems(kind));
    }
    JsonArrayBuilder findings = Json.createArrayBuilder();
    tally
        .findings()
        .forEach(
            (requirement, byVerdict) ->
                byVerdict.forEach(
                    (verdict, count) ->
                        findings.add(
                            Json.createObjectBuilder()
                                .add("requirement", requirement)
                                .add("verdict", verdict.name())
                                .add("count", count))));
    JsonArrayBuilder months = Json.createArrayBuilder();
    tally
        .months()
        .forEach(
            (month, of) ->
                months.add(
                    Json.createObjectBuilder()
                        .add("month", month.toString())
                        .add("sends", of.sends())
                        .add("violated", of.violated())
                        .add("undetermined", of.undetermined())));
    JsonArrayBuilder latency = Json.createArrayBuilder();
    tally.latency().forEach(latency::add);
    json.add("rows", rowCounts)
        .add("notRead", problemCounts)
        .add("findings", findings)
        .add("found", found)
        .add("kept", Math.min(found, KEPT))
        .add("months", months)
        .add("latency", latency)
        .add("missingOnOwnList", tally.missingOnOwnList())
        .add("sendsToObjectors", tally.sendsToObjectors())
        .add("sendsInTime", tally.sendsInTime())
        .add("sendsAfterConsent", tally.sendsAfterConsent())
        .add("sendsOutOfScope", tally.sendsOutOfScope())
        .add("addressesLate", tally.addressesLate())
        .add("addressesObjected", tally.addressesObjected())
        .add("late", tally.found("SUP-01", Verdict.VIOLATED, 0));
    add(json, "firstSent", tally.firstSent());
    add(json, "lastSent", tally.lastSent());
    return json;
  }

  private static void add(JsonObjectBuilder json, String name, @Nullable Instant at) {
    if (at != null) {
      json.add(name, at.toString());
    }
  }
}
