package org.proffer.law.canspam;

/**
 * No commercial mail within the scope of an objection later than ten business days after its
 * receipt.
 *
 * <p>Source: 15 U.S.C. 7704(a)(4)(A)(i). Never decidable from the message alone.
 */
final class OptOutHonored implements CanSpamRule {
  @Override
  public String id() {
    return "SUP-01";
  }

  @Override
  public Answer decide(MessageFacts facts, RecordedFacts recorded) {
    return Answer.open(
        "Whether the recipient had objected before cannot be seen in the message.",
        java.util.List.of(),
        "the recipient's objections, with the time of their receipt and their scope");
  }
}
