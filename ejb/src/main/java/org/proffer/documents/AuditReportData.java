package org.proffer.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Actor;
import org.proffer.access.Logins;
import org.proffer.access.Role;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseView;
import org.proffer.cases.Cases;
import org.proffer.evidence.EvidenceItems;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.messages.MessagePage;
import org.proffer.messages.MessageQuery;
import org.proffer.messages.MessageSummary;
import org.proffer.messages.MessageTotals;
import org.proffer.messages.Messages;
import org.proffer.platform.CsvText;

/** Gathers what the audit report prints from the services of the other capabilities. */
@ApplicationScoped
class AuditReportData {
  private static final int PRINTED = 500;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM\u00a0d,\u00a0yyyy", Locale.US).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Map<String, CanSpamRules.Rule> RULES =
      CanSpamRules.all().stream()
          .collect(Collectors.toMap(CanSpamRules.Rule::id, rule -> rule, (older, newer) -> newer));

  @Inject private Cases cases;
  @Inject private EvidenceItems items;
  @Inject private Messages messages;
  @Inject private Logins logins;

  AuditReport report(CaseId caseId, Instant at, Actor actor) {
    CaseView view = cases.get(caseId);
    MessageTotals totals = messages.totals(caseId);
    MessagePage violated = messages.search(caseId, query(Verdict.VIOLATED), 0, PRINTED);
    return new AuditReport(
        view.court().name().replace("U.S. District Court, ", "").toUpperCase(Locale.ROOT),
        view.title(),
        view.docketNumber().isEmpty() ? "no docket number yet" : view.docketNumber(),
        view.judge(),
        SECONDS.format(at).replace(' ', '\u00a0') + "\u00a0UTC",
        logins.displayName(actor.login())
            + ", "
            + String.join(", ", actor.roles().stream().sorted().map(Role::label).toList()),
        CanSpamRules.VERSION,
        period(totals),
        totals(totals),
        items.of(caseId).stream()
            .map(
                i ->
                    new AuditReport.Item(
                        Integer.toString(i.number()),
                        i.fileName(),
                        String.format(Locale.US, "%,d", i.length()),
                        split(i.sha256()),
                        SECONDS.format(i.receivedAt())))
            .toList(),
        totals.requirements().stream().map(AuditReportData::requirement).toList(),
        violated.rows().stream().map(this::violation).toList(),
        Math.max(0, violated.total() - violated.rows().size()),
        view.demonstration());
  }

  private static MessageQuery query(@Nullable Verdict verdict) {
    MessageQuery all = MessageQuery.ALL;
    return new MessageQuery(
        verdict,
        "",
        all.purpose(),
        all.outcome(),
        "",
        all.from(),
        all.until(),
        "",
        all.sort(),
        all.descending());
  }

  private static String period(MessageTotals totals) {
    Instant first = totals.first();
    Instant last = totals.last();
    return first == null || last == null
        ? "No message of the case states a date."
        : "The messages of the case are dated from "
            + DAY.format(first)
            + " to "
            + DAY.format(last)
            + " (days in UTC).";
  }

  private static List<AuditReport.Total> totals(MessageTotals t) {
    return List.of(
        total("All messages", t.messages()),
        total("with at least one violated requirement", t.violated()),
        total("with none violated and at least one undetermined", t.undetermined()),
        total("with none violated or undetermined and at least one met", t.met()),
        total("that no requirement reaches", t.notApplicable()),
        total("read without defects", t.parsed()),
        total("read with named defects", t.withDefects()),
        total("quarantined: kept, not read as a whole", t.quarantined()));
  }

  private static AuditReport.Total total(String label, long count) {
    return new AuditReport.Total(label, number(count));
  }

  private static String number(long count) {
    return String.format(Locale.US, "%,d", count);
  }

  private static AuditReport.Requirement requirement(MessageTotals.RequirementTotal total) {
    CanSpamRules.@Nullable Rule rule = RULES.get(total.requirement());
    return new AuditReport.Requirement(
        total.requirement(),
        rule == null ? "" : rule.citation(),
        rule == null ? "a requirement of an earlier version of the rules" : rule.title(),
        number(total.violated()),
        number(total.undetermined()),
        number(total.met()));
  }

  private AuditReport.Violation violation(MessageSummary m) {
    Instant sent = m.sentAt();
    return new AuditReport.Violation(
        sent == null ? "no date" : SECONDS.format(sent),
        m.fromName().isEmpty() ? m.fromAddress() : m.fromName() + " <" + m.fromAddress() + ">",
        m.subject(),
        String.join(", ", m.violated()),
        split(m.sha256()));
  }

  /** A hash in two lines. */
  private static String split(String sha256) {
    return sha256.substring(0, 32) + " " + sha256.substring(32);
  }

  /**
   * Every message as CSV; cells that a spreadsheet would take for a formula begin with an
   * apostrophe.
   */
  byte[] messages(CaseId caseId) {
    StringBuilder csv =
        new StringBuilder(
            "number,sha256,sent,from,subject,purpose,outcome,verdict,violated,undetermined\r\n");
    long first = 0;
    while (true) {
      MessagePage page = messages.search(caseId, query(null), first, 1_000);
      for (MessageSummary m : page.rows()) {
        Instant sent = m.sentAt();
        csv.append(
            CsvText.line(
                Stream.of(
                    Long.toString(m.number()),
                    m.sha256(),
                    sent == null ? "" : sent.toString(),
                    m.fromAddress(),
                    m.subject(),
                    m.purpose().name(),
                    m.outcome().name(),
                    m.verdict().name(),
                    String.join(" ", m.violated()),
                    String.join(" ", m.undetermined()))));
      }
      first += page.rows().size();
      if (page.rows().isEmpty() || first >= page.total()) {
        return csv.toString().getBytes(StandardCharsets.UTF_8);
      }
    }
  }
}
