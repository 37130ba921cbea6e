package org.proffer.access;

import java.util.Set;

/**
 * Who may do what: role and membership and state of the case, and no wall. A pure function; {@link
 * Access} brings the facts. What it answers stands cell by cell in {@code
 * docs/security/access-matrix.csv}, which was written apart from it.
 */
final class Policy {
  private Policy() {}

  /** The answer to an action that concerns no case. */
  static Answer decide(Action action, Set<Role> roles) {
    return roles.stream().anyMatch(action.roles()::contains)
        ? Answer.ALLOWED
        : Answer.NOT_PERMITTED;
  }

  /**
   * The answer to an action on a case or something in it. A refusal for the role comes first, so
   * that it is the same whether the case exists or not; the state comes last, so that only who may
   * see the case learns of it.
   */
  static Answer decide(Action action, Set<Role> roles, Situation situation) {
    if (decide(action, roles) == Answer.NOT_PERMITTED) {
      return Answer.NOT_PERMITTED;
    }
    if (action.effect() == Effect.OFFICE) {
      return Answer.ALLOWED;
    }
    if (!reaches(action, roles, situation)) {
      return Answer.HIDDEN;
    }
    return isInState(action, situation) ? Answer.ALLOWED : Answer.WRONG_STATE;
  }

  private static boolean reaches(Action action, Set<Role> roles, Situation situation) {
    return switch (situation.relation()) {
      case NONE, WALLED -> false;
      case MEMBER -> isOfTrialTeam(action, roles) && seesMarked(situation);
      case GUEST ->
          action.effect() == Effect.READ
              && roles.stream().anyMatch(Action.BREAK_GLASS.roles()::contains)
              && situation.marks().isEmpty();
      case FILTER_TEAM ->
          roles.contains(Role.FILTER_TEAM)
              && action.roles().contains(Role.FILTER_TEAM)
              && isForFilter(situation);
    };
  }

  /** Whoever is of the filter team alone is never of the trial team. */
  private static boolean isOfTrialTeam(Action action, Set<Role> roles) {
    return roles.stream()
        .anyMatch(role -> role != Role.FILTER_TEAM && action.roles().contains(role));
  }

  private static boolean seesMarked(Situation situation) {
    return situation.disclosed().containsAll(situation.marks());
  }

  private static boolean isForFilter(Situation situation) {
    if (!situation.ofThing()) {
      return true;
    }
    return situation.marks().contains(Mark.PRIVILEGED)
        && situation.marks().stream()
            .allMatch(mark -> mark == Mark.PRIVILEGED || situation.disclosed().contains(mark));
  }

  private static boolean isInState(Action action, Situation situation) {
    return switch (action) {
      case REOPEN_CASE -> situation.stage() != Stage.OPEN;
      case ARCHIVE_CASE -> situation.stage() == Stage.CLOSED;
      case SEAL_CASE -> situation.stage() != Stage.ARCHIVED && !situation.sealed();
      case UNSEAL_CASE -> situation.stage() != Stage.ARCHIVED && situation.sealed();
      case SET_LEGAL_HOLD -> situation.stage() != Stage.ARCHIVED && !situation.legalHold();
      case LIFT_LEGAL_HOLD -> situation.stage() != Stage.ARCHIVED && situation.legalHold();
      default ->
          switch (action.effect()) {
            case OFFICE, READ, TAKE -> true;
            case PRODUCE, GOVERN -> situation.stage() != Stage.ARCHIVED;
            case WRITE -> situation.stage() == Stage.OPEN;
          };
    };
  }
}
