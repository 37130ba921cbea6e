package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.audit.AuditTrail;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.mailings.AuditHit;
import org.proffer.mailings.AuditTally;
import org.proffer.mailings.ListKind;
import org.proffer.mailings.RowProblem;

/** Writes the rows of audits; the work of the portal itself, a portion a transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class AuditRows {
  @PersistenceContext private EntityManager entities;
  @Inject private MailingAuditReader reader;
  @Inject private FindingRegister findings;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  List<UUID> running() {
    return entities
        .unwrap(org.hibernate.Session.class)
        .createNativeQuery(
            "select id from proffer.mailing_audit where state = 'RUNNING' order by started_at",
            UUID.class)
        .getResultList();
  }

  MailingAuditView find(UUID id) {
    return reader.find(id);
  }

  /** Forgets what an interrupted run has left. */
  void clear(MailingAuditView view) {
    for (String table :
        List.of("mailing_audit_finding", "mailing_audit_problem", "mailing_message")) {
      entities
          .createNativeQuery("delete from proffer." + table + " where audit_id = :id")
          .setParameter("id", view.id())
          .executeUpdate();
    }
  }

  /** Adds findings, numbered from the first. */
  void add(MailingAuditView view, int first, List<AuditHit> hits) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    int number = first;
    for (AuditHit hit : hits) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("number", number++)
              .add("requirement", hit.requirement())
              .add("verdict", hit.verdict().name())
              .add("address", hit.address())
              .add("line", hit.line())
              .add("requested_at", hit.requestedAt().toString())
              .add("request_line", hit.requestLine())
              .add("last_day", hit.lastDay().toString())
              .add("reason", hit.reason())
              .add("missing", MailingAudits.json(hit.missing()))
              .add("kind", hit.kind())
              .add("by_whom", hit.by());
      Instant at = hit.at();
      if (at != null) {
        json.add("at", at.toString());
      }
      all.add(json);
    }
    entities
        .createNativeQuery(
            "insert into proffer.mailing_audit_finding (audit_id, client_id, number, requirement,"
                + " verdict, address, at, line, requested_at, request_line, last_day, reason, missing,"
                + " kind, by_whom) select :id, :client, r.number, r.requirement, r.verdict, r.address,"
                + " r.at, r.line, r.requested_at, r.request_line, r.last_day, r.reason, r.missing,"
                + " r.kind, r.by_whom from jsonb_to_recordset(cast(:rows as jsonb)) as r (number integer,"
                + " requirement text, verdict text, address text, at timestamptz, line bigint,"
                + " requested_at timestamptz, request_line bigint, last_day date, reason text,"
                + " missing jsonb, kind text, by_whom text)")
        .setParameter("id", view.id())
        .setParameter("client", view.clientId())
        .setParameter("rows", all.build().toString())
        .executeUpdate();
  }

  /** Keeps the rows that could not be used. */
  void problems(MailingAuditView view, List<RowProblem> problems) {
    int number = 0;
    for (RowProblem problem : problems) {
      entities
          .createNativeQuery(
              "insert into proffer.mailing_audit_problem (audit_id, client_id, number, list, line,"
                  + " column_name, what, next) values (:id, :client, :number, :list, :line, :column,"
                  + " :what, :next)")
          .setParameter("id", view.id())
          .setParameter("client", view.clientId())
          .setParameter("number", ++number)
          .setParameter("list", problem.list().name())
          .setParameter("line", problem.line())
          .setParameter("column", problem.column())
          .setParameter("what", problem.what())
          .setParameter("next", problem.next())
          .executeUpdate();
    }
  }

  /** Ends an audit, and enters what it found into the list of findings. */
  void complete(
      MailingAuditView view,
      JsonObject json,
      String everyFinding,
      AuditTally tally,
      Map<String, LocalDate> days,
      MailingMessageWork.@Nullable Outcome messages) {
    entities
        .createNativeQuery(
            "update proffer.mailing_audit set state = 'COMPLETED', tally = cast(:tally as jsonb),"
                + " all_findings = :all, ended_at = :at where id = :id and state = 'RUNNING'")
        .setParameter("tally", json.toString())
        .setParameter("all", everyFinding)
        .setParameter("at", clock.instant())
        .setParameter("id", view.id())
        .executeUpdate();
    tally
        .findings()
        .forEach(
            (requirement, byVerdict) ->
                byVerdict.forEach(
                    (verdict, count) -> enter(view, requirement, verdict, count, days)));
    if (messages != null) {
      messages
          .violated()
          .forEach((requirement, count) -> enter(view, requirement, count, messages));
    }
    audit.record(
        AuditTrail.SYSTEM,
        "COMPLETE_AUDIT",
        null,
        "mailing-audit",
        view.id(),
        tally.rows(ListKind.SENDS) + " sends");
    ComplianceLog.LOG.auditCompleted(
        view.id(), tally.rows(ListKind.SENDS), json.getInt("found", 0));
  }

  private void enter(
      MailingAuditView view,
      String requirement,
      Verdict verdict,
      long count,
      Map<String, LocalDate> days) {
    LocalDate day =
        days.getOrDefault(
            requirement + " " + verdict,
            LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC));
    String reason = count + " findings of this kind in the audit “" + view.title() + "”.";
    enter(view, requirement, verdict, count, day, reason);
  }

  private void enter(
      MailingAuditView view, String requirement, long count, MailingMessageWork.Outcome messages) {
    enter(
        view,
        requirement,
        Verdict.VIOLATED,
        count,
        messages.days().getOrDefault(requirement, LocalDate.EPOCH),
        count
            + " messages of the mailing “"
            + view.title()
            + "”. Of the first of them: "
            + messages.reasons().getOrDefault(requirement, ""));
  }

  private void enter(
      MailingAuditView view,
      String requirement,
      Verdict verdict,
      long count,
      LocalDate day,
      String reason) {
    findings.enter(
        new FindingRegister.Entry(
            view.clientId(),
            view.programmeId(),
            requirement,
            CanSpamRules.inForce(day).stream()
                .filter(rule -> rule.id().equals(requirement))
                .findFirst()
                .map(CanSpamRules.Rule::citation)
                .orElse(""),
            verdict,
            view.title(),
            reason,
            DeskFinding.FoundIn.AUDIT,
            view.id(),
            count,
            day),
        view.createdBy());
  }

  /** Ends an audit that could not be done. */
  void fail(UUID id, String problem) {
    MailingAuditView view = reader.find(id);
    clear(view);
    entities
        .createNativeQuery(
            "update proffer.mailing_audit set state = 'FAILED', problem = :problem, ended_at = :at"
                + " where id = :id")
        .setParameter("problem", problem)
        .setParameter("at", clock.instant())
        .setParameter("id", id)
        .executeUpdate();
  }
}
