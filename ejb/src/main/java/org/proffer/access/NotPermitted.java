package org.proffer.access;

import org.proffer.platform.Refusal;

/** The role of the person does not allow the action. */
public final class NotPermitted extends Refusal {
  private final Action action;

  NotPermitted(Actor actor, Action action) {
    super(
        Kind.NOT_PERMITTED,
        "Your role does not allow this",
        "The login " + actor.login() + " may not: " + action.words() + ".",
        "Ask an administrator for a role that allows it.");
    this.action = action;
  }

  /** What was asked. */
  public Action action() {
    return action;
  }
}
