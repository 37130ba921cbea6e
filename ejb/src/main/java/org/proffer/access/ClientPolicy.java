package org.proffer.access;

import java.util.Set;

/**
 * Who may do what at the compliance desk: the role of compliance officer, and what one is to the
 * client. No other role opens a client: a prosecutor sees none, whatever the case. A pure function;
 * its answers stand in {@code docs/security/client-matrix.csv}.
 */
final class ClientPolicy {
  private ClientPolicy() {}

  static Answer decide(ClientAction action, Set<Role> roles) {
    return roles.contains(Role.COMPLIANCE_OFFICER) ? Answer.ALLOWED : Answer.NOT_PERMITTED;
  }

  /**
   * The answer to an action on a client. The role comes first, so that a refusal says nothing of
   * the client; the state comes last.
   */
  static Answer decide(
      ClientAction action, Set<Role> roles, ClientRelation relation, boolean closed) {
    if (decide(action, roles) == Answer.NOT_PERMITTED) {
      return Answer.NOT_PERMITTED;
    }
    if (!action.isOfClient()) {
      return Answer.ALLOWED;
    }
    if (relation == ClientRelation.NONE) {
      return Answer.HIDDEN;
    }
    return switch (action.need()) {
      case ROLE, SEE -> Answer.ALLOWED;
      case PRODUCE -> relation == ClientRelation.READER ? Answer.NOT_PERMITTED : Answer.ALLOWED;
      case LEAD -> relation == ClientRelation.LEAD ? Answer.ALLOWED : Answer.NOT_PERMITTED;
      case WORK ->
          relation == ClientRelation.READER
              ? Answer.NOT_PERMITTED
              : closed ? Answer.WRONG_STATE : Answer.ALLOWED;
    };
  }
}
