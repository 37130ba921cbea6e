package org.proffer.law.canspam;

/**
 * No fee, nothing beyond address and preferences, and no step beyond a reply or a single web page
 * is asked of one who objects.
 *
 * <p>Source: 16 CFR 316.5. The page behind the link is not in the message; words that state a
 * burden are named.
 */
final class OptOutUnburdened implements CanSpamRule {
  @Override
  public String id() {
    return "OPT-05";
  }

  @Override
  public Answer decide(MessageFacts facts, RecordedFacts recorded) {
    Observation burden = facts.optOutBurden();
    String reason =
        burden.isPresent()
            ? "Words of the message ask for more than an address and preferences: "
                + String.join("; ", burden.because())
                + "."
            : "The message states no burden; what the page behind the link asks cannot be seen in it.";
    return Answer.open(reason, burden.spans(), "a record of each step that an objection takes");
  }
}
