package org.proffer.law.canspam;

/**
 * Commercial and transactional content: the subject, or the order of the body, decides.
 *
 * <p>Source: 16 CFR 316.3(a)(2). A definition: MET says that this branch decided the primary
 * purpose, which the other rules then take; see {@link Classification}.
 */
final class CommercialAndTransactional implements CanSpamRule {
  @Override
  public String id() {
    return "CLS-02";
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
