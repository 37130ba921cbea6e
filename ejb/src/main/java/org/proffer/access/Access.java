package org.proffer.access;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.NotFound;

/**
 * Asks the policy. Every service method asks first; pages and the API hold no opinion of their own.
 */
@Stateless
@PermitAll // asking is open to everyone; the answer is the policy's
@DeclareRoles({
  "PROSECUTOR",
  "SUPERVISING_ATTORNEY",
  "PARALEGAL",
  "COMPLIANCE_OFFICER",
  "EVIDENCE_CUSTODIAN",
  "AUDITOR",
  "ADMIN",
  "FILTER_TEAM"
})
public class Access {
  @Inject private Caller caller;
  @Inject private Situations situations;
  @Inject private Paces paces;
  @Inject private Clock clock;

  /** The person who asks, with nothing decided. */
  public Actor actor() {
    return caller.actor();
  }

  /** Whether an action that concerns no case, or some case, would be allowed by the roles. */
  public boolean may(Action action) {
    return Policy.decide(action, actor().roles()) == Answer.ALLOWED;
  }

  /** Whether an action on a case would be allowed. */
  public boolean may(Action action, UUID caseId) {
    return decide(action, actor(), caseId, null).isEmpty();
  }

  /** Which of some actions on a case would be allowed. */
  public Set<Action> allowed(UUID caseId, Collection<Action> actions) {
    Situation situation = situations.of(caseId, null);
    Set<Role> roles = actor().roles();
    return actions.stream()
        .filter(action -> Policy.decide(action, roles, situation) == Answer.ALLOWED)
        .collect(Collectors.toSet());
  }

  /**
   * Allows an action that concerns no case.
   *
   * @throws NotPermitted if no role of the person allows it
   * @throws TooFast if it costs much and is asked for too often
   */
  public Actor require(Action action) {
    Actor actor = actor();
    if (Policy.decide(action, actor.roles()) != Answer.ALLOWED) {
      throw new NotPermitted(actor, action);
    }
    if (action.effect() == Effect.OFFICE) {
      Pace.of(action).ifPresent(paces::pay);
    }
    return actor;
  }

  /**
   * Allows an action on a case.
   *
   * @throws NotPermitted if no role of the person allows it
   * @throws NotFound if the case is not for this person: for others a case does not exist
   * @throws WrongState if the state of the case does not allow it
   */
  public Actor require(Action action, UUID caseId) {
    return require(action, caseId, "case", caseId);
  }

  /**
   * Allows an action on something that belongs to a case; the refusal names what was asked for, not
   * the case.
   *
   * @param what the kind of thing, for example {@code "evidence item"}
   * @throws NotPermitted if no role of the person allows it
   * @throws NotFound if the case, or the thing with its marks, is not for this person: the thing
   *     then does not exist
   * @throws WrongState if the state of the case does not allow it
   * @throws TooFast if it costs much and is asked for too often
   */
  public Actor require(Action action, UUID caseId, String what, Object id) {
    Actor actor = actor();
    UUID thing = id.equals(caseId) ? null : UUID.fromString(id.toString());
    Optional<RuntimeException> refusal =
        decide(action, actor, caseId, thing).map(r -> r.of(what, id));
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    if (action.needsFreshProof()) {
      requireFreshProof(action);
    }
    Pace.of(action).ifPresent(paces::pay);
    return actor;
  }

  /**
   * Allows an action that concerns no case, to a person who has just proved who they are.
   *
   * @throws NotPermitted if no role of the person allows it
   * @throws FreshLoginNeeded if the proof is old
   */
  public Actor requireFresh(Action action) {
    Actor actor = require(action);
    requireFreshProof(action);
    return actor;
  }

  private void requireFreshProof(Action action) {
    if (FreshProof.isOld(clock)) {
      throw new FreshLoginNeeded(action);
    }
  }

  private Optional<Refused> decide(Action action, Actor actor, UUID caseId, @Nullable UUID thing) {
    Situation situation = situations.of(caseId, thing);
    Answer answer = Policy.decide(action, actor.roles(), situation);
    return answer == Answer.ALLOWED
        ? Optional.empty()
        : Optional.of(new Refused(answer, action, actor, situation));
  }

  /** Why not, before it is said of what. */
  private record Refused(Answer answer, Action action, Actor actor, Situation situation) {
    RuntimeException of(String what, Object id) {
      return switch (answer) {
        case NOT_PERMITTED -> new NotPermitted(actor, action);
        case WRONG_STATE -> new WrongState(action, situation);
        case HIDDEN, ALLOWED -> new NotFound(what, id);
      };
    }
  }
}
