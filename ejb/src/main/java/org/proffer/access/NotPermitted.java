package org.proffer.access;

import org.proffer.platform.Refusal;

/** The role of the person does not allow the action. */
public final class NotPermitted extends Refusal {
  NotPermitted(Actor actor, Action action) {
    this(actor, action.words());
  }

  NotPermitted(Actor actor, ClientAction action) {
    this(actor, action.words());
  }

  private NotPermitted(Actor actor, String words) {
    super(
        Kind.NOT_PERMITTED,
        "Your role does not allow this",
        "The login " + actor.login() + " may not: " + words + ".",
        "Ask an administrator for a role that allows it.");
  }
}
