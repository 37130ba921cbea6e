package org.proffer.review;

import org.proffer.platform.Refusal;

/** A batch is not in the state that was expected. */
public final class BatchRefused extends Refusal {
  private BatchRefused(String title, String detail, String next) {
    super(Kind.CONFLICT, title, detail, next);
  }

  static BatchRefused taken(int number, String reviewer) {
    return new BatchRefused(
        "Batch " + number + " is checked out",
        reviewer + " has it.",
        "Take another batch, or ask " + reviewer + " to give it back.");
  }

  static BatchRefused finished(int number) {
    return new BatchRefused(
        "Batch " + number + " is finished", "Nobody works on it any more.", "Take another batch.");
  }

  static BatchRefused notYours(int number) {
    return new BatchRefused(
        "You do not have batch " + number,
        "Only who has it checked out gives it back or finishes it.",
        "Check it out first.");
  }

  static BatchRefused nothing() {
    return new BatchRefused(
        "No batch was made",
        "Every message that matches is in a batch already, or none matches.",
        "Ask for other messages.");
  }
}
