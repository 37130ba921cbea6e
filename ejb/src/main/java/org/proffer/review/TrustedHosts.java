package org.proffer.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/**
 * The hosts whose Received lines a person says can be trusted: those of whoever collected the
 * messages. Every other line is a claim of its writer.
 */
@Stateless
public class TrustedHosts {
  @Inject private Sql sql;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** A host, why it is trusted, and who says so. */
  public record TrustedHost(String host, String reason, Instant at, String by) {}

  /** The trusted hosts of a case, by name. */
  public List<TrustedHost> of(CaseId caseId) {
    access.require(Action.READ_MESSAGES, caseId.value());
    return sql
        .rows(
            "select host, reason, set_at, set_by from proffer.trusted_host where case_id = :case order by host",
            Map.of("case", caseId.value()))
        .stream()
        .map(
            row ->
                new TrustedHost(
                    (String) row[0], (String) row[1], (Instant) row[2], (String) row[3]))
        .toList();
  }

  /** Trusts a host; said again, the new reason stands. */
  public void trust(CaseId caseId, String host, String reason) {
    Actor actor = access.require(Action.CODE_MESSAGES, caseId.value());
    String clean = host.strip().toLowerCase(Locale.ROOT);
    if (!clean.matches("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?")) {
      throw new InvalidInput(
          "host",
          "“" + host + "” is no name of a host.",
          "Write it as the line says it behind “by”.");
    }
    if (reason.isBlank() || reason.length() > 1_000) {
      throw new InvalidInput(
          "reason", "Trust needs its reason.", "Write whose host it is and how that is known.");
    }
    sql.change(
        "insert into proffer.trusted_host (case_id, host, reason, set_at, set_by) values (:case, :host, :reason, :at, :by)"
            + " on conflict (case_id, host) do update set reason = excluded.reason, set_at = excluded.set_at, set_by = excluded.set_by",
        Map.of(
            "case", caseId.value(),
            "host", clean,
            "reason", reason.strip(),
            "at", clock.instant(),
            "by", actor.login()));
    audit.record(actor.login(), "TRUST_HOST", caseId.value(), "case", caseId, "");
  }

  /** Trusts a host no longer. */
  public void distrust(CaseId caseId, String host) {
    Actor actor = access.require(Action.CODE_MESSAGES, caseId.value());
    if (sql.change(
            "delete from proffer.trusted_host where case_id = :case and host = :host",
            Map.of("case", caseId.value(), "host", host.toLowerCase(Locale.ROOT)))
        == 0) {
      throw new NotFound("trusted host", host);
    }
    audit.record(actor.login(), "DISTRUST_HOST", caseId.value(), "case", caseId, "");
  }
}
