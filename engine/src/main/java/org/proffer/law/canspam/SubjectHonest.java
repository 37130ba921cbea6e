package org.proffer.law.canspam;

/**
 * The subject is not likely to mislead a recipient, acting reasonably, about a material fact of the
 * contents.
 *
 * <p>Source: 15 U.S.C. 7704(a)(2); needs actual or fairly implied knowledge, which is never in the
 * bytes.
 */
final class SubjectHonest implements CanSpamRule {
  @Override
  public String id() {
    return "SUB-01";
  }

  @Override
  public Answer decide(MessageFacts facts, RecordedFacts recorded) {
    Observation misleading = facts.subjectMisleading();
    String reason =
        misleading.isPresent()
            ? "The subject shows indicators that it misleads: "
                + String.join("; ", misleading.because())
                + "."
            : "The subject shows no indicator that it misleads.";
    return Answer.open(
        reason,
        misleading.spans(),
        "a reviewer's view on whether the subject misleads",
        "what the sender knew");
  }
}
