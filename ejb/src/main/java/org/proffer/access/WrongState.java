package org.proffer.access;

import org.proffer.platform.Refusal;

/** The person may do it, but not while the case is in this state. */
public final class WrongState extends Refusal {
  WrongState(Action action, Situation situation) {
    super(
        Kind.CONFLICT,
        "The state of the case does not allow this",
        "It is not possible to " + action.words() + " " + state(action, situation) + ".",
        next(action, situation));
  }

  WrongState(ClientAction action) {
    super(
        Kind.CONFLICT,
        "The client is closed",
        "It is not possible to " + action.words() + " while the client is closed.",
        "Ask who leads the work for the client to open it again.");
  }

  private static String state(Action action, Situation situation) {
    return switch (action) {
      case SEAL_CASE -> "that is sealed already";
      case UNSEAL_CASE -> "that is not sealed";
      case SET_LEGAL_HOLD -> "on a case that is under legal hold already";
      case LIFT_LEGAL_HOLD -> "of a case that is under none";
      case ARCHIVE_CASE -> "that is not closed";
      case REOPEN_CASE -> "that is open";
      default ->
          situation.stage() == Stage.ARCHIVED
              ? "while the case is archived"
              : "while the case is closed";
    };
  }

  private static String next(Action action, Situation situation) {
    return switch (action) {
      case SEAL_CASE, UNSEAL_CASE, SET_LEGAL_HOLD, LIFT_LEGAL_HOLD, REOPEN_CASE ->
          "There is nothing to do.";
      case ARCHIVE_CASE -> "Close the case first.";
      default ->
          situation.stage() == Stage.ARCHIVED
              ? "Ask a supervising attorney to bring the case back."
              : "Ask a supervising attorney to reopen the case.";
    };
  }
}
