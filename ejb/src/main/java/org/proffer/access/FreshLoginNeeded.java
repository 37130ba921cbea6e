package org.proffer.access;

import org.proffer.platform.Refusal;

/** The person may do it, and must first prove again who they are. */
public final class FreshLoginNeeded extends Refusal {
  FreshLoginNeeded(Action action) {
    super(
        Kind.NOT_PERMITTED,
        "Confirm that it is you",
        "To "
            + action.words()
            + ", your password must have been given within the last "
            + (FreshProof.FRESH.toSeconds() % 60 == 0
                ? FreshProof.FRESH.toMinutes() + " minutes."
                : FreshProof.FRESH.toSeconds() + " seconds."),
        "Give it again, then repeat what you did.");
  }
}
