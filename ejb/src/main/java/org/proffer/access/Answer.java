package org.proffer.access;

/** What the policy says to an action. */
public enum Answer {
  /** It may be done. */
  ALLOWED,
  /** No role of the person ever allows it. */
  NOT_PERMITTED,
  /** Answered as if the case, or the thing, did not exist. */
  HIDDEN,
  /** Not while the case is in this state. */
  WRONG_STATE
}
