package org.proffer.law.canspam;

/**
 * A message with nothing but commercial content is commercial.
 *
 * <p>Source: 16 CFR 316.3(a)(1). A definition: MET says that this branch decided the primary
 * purpose, which the other rules then take; see {@link Classification}.
 */
final class ExclusivelyCommercial implements CanSpamRule {
  @Override
  public String id() {
    return "CLS-01";
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
