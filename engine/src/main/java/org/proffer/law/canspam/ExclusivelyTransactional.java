package org.proffer.law.canspam;

/**
 * A message with nothing but transactional or relationship content is transactional.
 *
 * <p>Source: 16 CFR 316.3(b). A definition: MET says that this branch decided the primary purpose,
 * which the other rules then take; see {@link Classification}.
 */
final class ExclusivelyTransactional implements CanSpamRule {
  @Override
  public String id() {
    return "CLS-04";
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
