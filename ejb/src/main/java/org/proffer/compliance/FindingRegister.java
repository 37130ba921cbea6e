package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Verdict;
import org.proffer.platform.Ids;

/** Enters findings; asks nobody, within the transaction of who found them. */
@ApplicationScoped
class FindingRegister {
  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** Something that was found. */
  record Entry(
      UUID clientId,
      @Nullable UUID programmeId,
      String requirement,
      String citation,
      Verdict verdict,
      String title,
      String reason,
      DeskFinding.FoundIn foundIn,
      UUID sourceId,
      long messages,
      LocalDate happenedOn) {}

  /** Enters it once: what is in the list for the same source and requirement stays as it is. */
  void enter(Entry entry, String by) {
    UUID id = Ids.next(clock);
    UUID programme = entry.programmeId();
    int entered =
        entities
            .createNativeQuery(
                "insert into proffer.desk_finding (id, client_id, programme_id, requirement, citation,"
                    + " verdict, severity, title, reason, found_in, source_id, messages, happened_on,"
                    + " state, version, found_at, changed_at) values (:id, :client,"
                    + " cast(:programme as uuid), :requirement, :citation, :verdict, :severity, :title,"
                    + " :reason, :foundIn, :source, :messages, :happened, 'OPEN', 1, :at, :at)"
                    + " on conflict (client_id, found_in, source_id, requirement, verdict) do nothing")
            .setParameter("id", id)
            .setParameter("client", entry.clientId())
            .setParameter("programme", programme == null ? null : programme.toString())
            .setParameter("requirement", entry.requirement())
            .setParameter("citation", entry.citation())
            .setParameter("verdict", entry.verdict().name())
            .setParameter(
                "severity",
                DeskFinding.Severity.of(entry.requirement(), entry.verdict(), entry.messages())
                    .name())
            .setParameter("title", entry.title())
            .setParameter("reason", entry.reason())
            .setParameter("foundIn", entry.foundIn().name())
            .setParameter("source", entry.sourceId())
            .setParameter("messages", entry.messages())
            .setParameter("happened", entry.happenedOn())
            .setParameter("at", clock.instant())
            .executeUpdate();
    if (entered == 1) {
      step(id, entry.clientId(), 1, by, DeskFinding.State.OPEN, "Found.");
    }
  }

  void step(UUID id, UUID clientId, int version, String by, DeskFinding.State state, String words) {
    entities
        .createNativeQuery(
            "insert into proffer.desk_finding_step (finding_id, client_id, version, at, by_login,"
                + " state, words) values (:id, :client, :version, :at, :by, :state, :words)")
        .setParameter("id", id)
        .setParameter("client", clientId)
        .setParameter("version", version)
        .setParameter("at", clock.instant())
        .setParameter("by", by)
        .setParameter("state", state.name())
        .setParameter("words", words)
        .executeUpdate();
  }
}
