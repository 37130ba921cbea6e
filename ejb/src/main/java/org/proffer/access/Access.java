package org.proffer.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.proffer.platform.NotFound;

/**
 * The policy. Every service method asks it first; pages and the API hold no opinion of their own.
 */
@Stateless
@PermitAll // asking is open to everyone; the answer is this class
@DeclareRoles({
  "PROSECUTOR",
  "SUPERVISING_ATTORNEY",
  "PARALEGAL",
  "COMPLIANCE_OFFICER",
  "EVIDENCE_CUSTODIAN",
  "AUDITOR",
  "ADMIN"
})
public class Access {
  @Resource private SessionContext context;
  @Inject private Members members;

  /** The person who asks, with nothing decided. */
  public Actor actor() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(Role.values())
        .filter(role -> context.isCallerInRole(role.name()))
        .forEach(roles::add);
    return new Actor(context.getCallerPrincipal().getName(), roles);
  }

  /**
   * Allows an action that concerns no case.
   *
   * @throws NotPermitted if no role of the person allows it
   */
  public Actor require(Action action) {
    Actor actor = actor();
    if (actor.roles().stream().noneMatch(action.roles()::contains)) {
      throw new NotPermitted(actor, action);
    }
    return actor;
  }

  /**
   * Allows an action on a case.
   *
   * @throws NotPermitted if no role of the person allows it
   * @throws NotFound if the person is not a member: for others a case does not exist
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
   * @throws NotFound if the person is not a member of the case: the thing then does not exist for
   *     this person
   */
  public Actor require(Action action, UUID caseId, String what, Object id) {
    Actor actor = require(action);
    if (!members.isMember(caseId, actor.login())) {
      throw new NotFound(what, id);
    }
    return actor;
  }
}
