package org.proffer.law.canspam;

/**
 * A mere reference or link to a company does not make a message commercial.
 *
 * <p>Source: 15 U.S.C. 7702(2)(D). A definition: MET says that this branch decided the primary
 * purpose, which the other rules then take; see {@link Classification}.
 */
final class MereMention implements CanSpamRule {
  @Override
  public String id() {
    return "CLS-06";
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
