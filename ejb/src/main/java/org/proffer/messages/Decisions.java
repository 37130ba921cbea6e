package org.proffer.messages;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.law.Finding;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/** What persons decide of findings: recorded beside what the machine found, never over it. */
@Stateless
public class Decisions {
  private static final int MOST = 4_000;

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The decisions on the findings of a message, oldest first. */
  public List<DecisionView> of(MessageId id) {
    return of(find(Action.READ_MESSAGES, id));
  }

  /**
   * The decisions on one finding, oldest first.
   *
   * @throws NotFound if the message has no such finding
   */
  public List<DecisionView> of(MessageId id, String requirement) {
    StoredMessage message = find(Action.READ_MESSAGES, id);
    finding(message, requirement);
    return of(message).stream().filter(d -> d.requirement().equals(requirement)).toList();
  }

  private List<DecisionView> of(StoredMessage message) {
    return entities
        .createQuery(
            "from FindingDecision d where d.messageId = :message order by d.requirement, d.sequence",
            FindingDecision.class)
        .setParameter("message", message.id)
        .getResultStream()
        .map(FindingDecision::view)
        .toList();
  }

  /**
   * Records a decision.
   *
   * @throws InvalidInput if there is no reason, or it is too long
   * @throws DecisionConflict if somebody decided meanwhile, or the message was checked again
   */
  public DecisionView decide(MessageId id, String requirement, NewDecision given) {
    StoredMessage message = find(Action.DECIDE_FINDING, id);
    Actor actor = access.actor();
    String reason = given.reason().strip();
    if (reason.isEmpty() || reason.length() > MOST) {
      throw new InvalidInput(
          "reason",
          reason.isEmpty()
              ? "A decision needs its reason."
              : "The reason has " + reason.length() + " characters.",
          "Write why the finding stands or does not, in at most 4,000 characters.");
    }
    // Two decisions on one message wait for each other here, and for a re-check of it.
    entities
        .createNativeQuery("select 1 from proffer.message where id = :id for update")
        .setParameter("id", message.id)
        .getResultList();
    entities.refresh(message);
    Finding finding = finding(message, requirement);
    List<DecisionView> before = of(id, requirement);
    int last = before.isEmpty() ? 0 : before.get(before.size() - 1).sequence();
    if (last != given.after()) {
      throw last > 0
          ? DecisionConflict.decidedMeanwhile(before.get(before.size() - 1))
          : new InvalidInput(
              "after", "There is no decision " + given.after() + ".", "Send 0 for the first.");
    }
    if (!message.ruleVersion.equals(given.ruleVersion())) {
      throw DecisionConflict.rulesChanged(given.ruleVersion(), message.ruleVersion);
    }
    FindingDecision decision =
        new FindingDecision(Ids.next(clock), message, requirement, finding.verdict());
    decision.sequence = last + 1;
    decision.decision = given.decision();
    decision.reason = CleanText.of(reason, MOST);
    decision.decidedAt = clock.instant();
    decision.decidedBy = actor.login();
    entities.persist(decision);
    audit.record(
        actor.login(),
        "DECIDE_FINDING",
        message.caseId,
        "message",
        id,
        requirement
            + " "
            + finding.verdict()
            + " "
            + given.decision()
            + ", decision "
            + decision.sequence
            + ", rules "
            + message.ruleVersion);
    return decision.view();
  }

  private static Finding finding(StoredMessage message, String requirement) {
    return AssessmentJson.findings(message.assessment(), message.lawAsOf).stream()
        .filter(finding -> finding.requirement().equals(requirement))
        .findFirst()
        .orElseThrow(() -> new NotFound("finding", requirement));
  }

  private StoredMessage find(Action action, MessageId id) {
    access.require(action);
    StoredMessage message = entities.find(StoredMessage.class, id.value());
    if (message == null) {
      throw new NotFound("message", id);
    }
    access.require(action, message.caseId, "message", id);
    return message;
  }
}
