package org.proffer.law.canspam;

/**
 * The way to object can receive requests for at least 30 days after transmission.
 *
 * <p>Source: 15 U.S.C. 7704(a)(3)(A)(ii). Never decidable from the message, nor before the 30 days
 * have passed.
 */
final class OptOutWorksThirtyDays implements CanSpamRule {
  @Override
  public String id() {
    return "OPT-02";
  }

  @Override
  public Answer decide(MessageFacts facts, RecordedFacts recorded) {
    return Answer.open(
        "Whether the way to object worked cannot be seen in the message.",
        facts.optOutMechanism().spans(),
        "tests of the way to object on each of the 30 days after transmission");
  }
}
