package org.proffer.law.fraud;

import org.proffer.law.Usd;

/**
 * The most that can be fined for one offence, one defendant: the greatest of the amount, so many
 * times the gross gain, so many times the gross loss and so many times the property laundered.
 *
 * <p>Source: 18 U.S.C. 3571(b), (c), (d), and the amounts that an offence itself names.
 *
 * @param individual for a person
 * @param organisation for an organisation
 * @param gainOrLossFactor times the gross gain or the gross loss
 * @param propertyFactor times the property in the transaction; 0 where the offence has no such fine
 */
public record Fine(
    Amount individual, Amount organisation, int gainOrLossFactor, int propertyFactor) {

  /**
   * An amount and where it stands.
   *
   * @param usd the most
   * @param citation source of law
   */
  public record Amount(Usd usd, String citation) {}

  /** The amount for a defendant of the kind. */
  public Amount amount(Offender offender) {
    return offender == Offender.INDIVIDUAL ? individual : organisation;
  }
}
