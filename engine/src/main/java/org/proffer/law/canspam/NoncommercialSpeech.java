package org.proffer.law.canspam;

/**
 * Noncommercial speech is not made commercial by the criteria.
 *
 * <p>Source: 16 CFR 316.3(a), note. A definition: MET says that this branch decided the primary
 * purpose, which the other rules then take; see {@link Classification}.
 */
final class NoncommercialSpeech implements CanSpamRule {
  @Override
  public String id() {
    return "CLS-05";
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
