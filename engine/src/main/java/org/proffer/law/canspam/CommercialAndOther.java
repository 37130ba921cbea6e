package org.proffer.law.canspam;

/**
 * Commercial and other content: the subject, or the net impression of the body, decides.
 *
 * <p>Source: 16 CFR 316.3(a)(3). A definition: MET says that this branch decided the primary
 * purpose, which the other rules then take; see {@link Classification}.
 */
final class CommercialAndOther implements CanSpamRule {
  @Override
  public String id() {
    return "CLS-03";
  }

  @Override
  public Reach reach() {
    return Reach.ANY;
  }

  @Override
  public Answer decide(Matter matter) {
    return Classification.answer(id(), matter);
  }
}
