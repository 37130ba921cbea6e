package org.proffer.law.canspam;

import java.util.List;

/**
 * No commercial mail within the scope of a request later than ten business days after its receipt.
 *
 * <p>Source: 15 U.S.C. 7704(a)(4)(A)(i); the period in {@code thresholds.csv}, id {@code opt-
 * out-grace}. Day of the request excluded, tenth business day included; federal holidays are not
 * business days. Never decidable from the message alone. Not decided here: which of the sender's
 * kinds of mail the message is.
 */
final class OptOutHonored implements CanSpamRule {
  @Override
  public String id() {
    return "SUP-01";
  }

  @Override
  public Answer decide(Matter matter) {
    Objections.Standing standing = Objections.of(matter);
    return new Answer(standing.verdict(), standing.reason(), standing.missing(), List.of());
  }
}
