package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.proffer.access.PortalsOwnWork;
import org.proffer.audit.AuditTrail;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;

/**
 * What a re-check reads and writes in the database, each method a transaction (or part of the
 * job's).
 */
@ApplicationScoped
@Transactional
@PortalsOwnWork
class RecheckStore {
  @PersistenceContext private EntityManager entities;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** A message to be checked again, and where its bytes are. */
  record Place(UUID messageId, String objectSha256, long offset, long length, LocalDate lawAsOf) {}

  /** What was found in it; null where the engine failed on it. */
  record Rechecked(UUID messageId, @Nullable Assessment found) {}

  /** The re-check, with nobody else changing it until the transaction ends. */
  RecheckRun locked(RecheckId id) {
    RecheckRun run = entities.find(RecheckRun.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    if (run == null) {
      throw new IllegalStateException("There is no re-check " + id);
    }
    return run;
  }

  /** The re-check as it stands, begun if it was not. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  RecheckRun begin(RecheckId id, long execution) {
    RecheckRun run = locked(id);
    if (!run.state.isEnded()) {
      run.state = RecheckState.CHECKING;
      run.jobExecution = execution;
    }
    return run;
  }

  /** The next messages of other rules, in the order of their ids. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<Place> next(UUID caseId, String ruleVersion, UUID after, int most) {
    return entities
        .createQuery(
            "select m.id, m.objectSha256, m.objectOffset, m.length, m.lawAsOf from StoredMessage m where m.caseId = :case and m.ruleVersion <> :rules and m.id > :after order by m.id",
            Object[].class)
        .setParameter("case", caseId)
        .setParameter("rules", ruleVersion)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultStream()
        .map(
            row ->
                new Place(
                    (UUID) row[0],
                    (String) row[1],
                    (Long) row[2],
                    (Long) row[3],
                    (LocalDate) row[4]))
        .toList();
  }

  /** Keeps what was found before, stores what was found now, and moves the checkpoint behind it. */
  void store(RecheckRun run, List<Rechecked> all) {
    List<UUID> ids = all.stream().map(Rechecked::messageId).toList();
    // In the order of their ids; a decision on one of them waits for this, or this for it.
    entities
        .createNativeQuery(
            "select 1 from proffer.message where id in (:ids) order by id for update")
        .setParameter("ids", ids)
        .getResultList();
    Map<UUID, StoredMessage> messages =
        entities.unwrap(Session.class).byMultipleIds(StoredMessage.class).multiLoad(ids).stream()
            .collect(Collectors.toMap(message -> message.id, Function.identity()));
    Map<UUID, List<FindingDecision>> decisions = decisions(ids);
    Instant now = clock.instant();
    List<Object> stored = new ArrayList<>();
    for (Rechecked each : all) {
      StoredMessage message = messages.get(each.messageId());
      Assessment found = each.found();
      run.done++;
      if (message == null || found == null) {
        run.unchecked++;
        continue;
      }
      SupersededAssessment before = new SupersededAssessment(run.id, message, found, now);
      run.changed += before.changed ? 1 : 0;
      entities.persist(before);
      message.assess(found);
      markStale(decisions.getOrDefault(message.id, List.of()), found);
      stored.add(before);
      stored.add(message);
    }
    run.nextAfter = ids.get(ids.size() - 1);
    entities.flush();
    stored.forEach(entities::detach);
  }

  private Map<UUID, List<FindingDecision>> decisions(List<UUID> messages) {
    return entities
        .createQuery(
            "from FindingDecision d where d.messageId in (:ids) and d.stale = false",
            FindingDecision.class)
        .setParameter("ids", messages)
        .getResultStream()
        .collect(Collectors.groupingBy(decision -> decision.messageId));
  }

  private static void markStale(List<FindingDecision> decisions, Assessment found) {
    if (decisions.isEmpty()) {
      return;
    }
    Map<String, Verdict> verdicts =
        AssessmentJson.findings(found.json(), found.lawAsOf()).stream()
            .collect(Collectors.toMap(Finding::requirement, Finding::verdict, (a, b) -> a));
    decisions.forEach(
        decision -> decision.stale = verdicts.get(decision.requirement) != decision.verdict);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void end(RecheckId id, RecheckState state, String failure) {
    RecheckRun run = locked(id);
    if (run.state.isEnded()) {
      return;
    }
    run.state = state;
    run.failure = failure.isEmpty() ? null : failure;
    run.finishedAt = clock.instant();
    audit.record(
        "system",
        "END_RECHECK",
        run.caseId,
        "re-check",
        run.id,
        state
            + ", rules "
            + run.ruleVersion
            + ", "
            + run.done
            + " messages, "
            + run.changed
            + " changed");
    RecheckLog.LOG.ended(id, state, run.done, run.changed);
  }

  /** Re-checks that a stop of the server interrupted, oldest first. */
  List<RecheckId> interrupted() {
    return entities
        .createQuery(
            "select r.id from RecheckRun r where r.state in (:queued, :checking) order by r.startedAt",
            UUID.class)
        .setParameter("queued", RecheckState.QUEUED)
        .setParameter("checking", RecheckState.CHECKING)
        .getResultStream()
        .map(RecheckId::new)
        .toList();
  }
}
