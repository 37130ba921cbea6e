package org.proffer.law.canspam;

/**
 * The subject of sexually oriented mail begins with the exact 19 characters of the label.
 *
 * <p>Source: 15 U.S.C. 7704(d)(1); 16 CFR 316.4(a)(1). Whether the material is sexually oriented is
 * for a person (7704(d)(4)), never for the engine alone.
 */
final class SexuallyExplicitLabelExact implements CanSpamRule {
  @Override
  public String id() {
    return "SEX-01";
  }

  @Override
  public Answer decide(MessageFacts facts, RecordedFacts recorded) {
    Observation label = facts.sexuallyExplicitLabel();
    if (label.isPresent()) {
      return Answer.met("The decoded subject begins with the exact label.", label.spans());
    }
    return Answer.open(
        "The subject does not begin with the label, which only sexually oriented material needs.",
        label.spans(),
        "a reviewer's view on whether the material is sexually oriented",
        "consent of the recipient given before sending");
  }
}
