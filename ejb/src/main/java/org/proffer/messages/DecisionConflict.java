package org.proffer.messages;

import org.proffer.platform.Refusal;

/** The finding is no longer as the person saw it. */
public final class DecisionConflict extends Refusal {
  private DecisionConflict(String title, String detail, String next) {
    super(Kind.CONFLICT, title, detail, next);
  }

  static DecisionConflict decidedMeanwhile(DecisionView last) {
    return new DecisionConflict(
        "Somebody decided meanwhile",
        last.decidedBy()
            + " decided of "
            + last.requirement()
            + ": "
            + last.decision().label().toLowerCase(java.util.Locale.ROOT)
            + ", because: “"
            + last.reason()
            + "”",
        "Load the message again, read that decision, and decide then if you still want to.");
  }

  static DecisionConflict rulesChanged(String seen, String now) {
    return new DecisionConflict(
        "The finding was checked again meanwhile",
        "You saw what the rules " + seen + " find; the message is now checked under " + now + ".",
        "Load the message again and read the finding.");
  }
}
