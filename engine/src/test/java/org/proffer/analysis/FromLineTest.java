package org.proffer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.law.canspam.Observation;

class FromLineTest {
  private static final String OFFERS = "Save 20% on roses, order now at http://a.example. Free!";

  private static Observation from(String field) {
    return Letter.plain(OFFERS).fromField(field).facts().fromImpersonation();
  }

  @Test
  void aCommaInAnUnquotedNameDoesNotHideTheAddress() {
    MessageFacts facts =
        Letter.plain(OFFERS).fromField("PayPal ,_<x7@random-garden.example>").facts();
    assertThat(facts.fromAddress()).isEqualTo("x7@random-garden.example");
    assertThat(facts.fromImpersonation().isPresent()).isTrue();
  }

  @Test
  void aMarkOfTradeIsNotPartOfTheName() {
    assertThat(from("PayPal\u2122 <x7@random-garden.example>").isPresent()).isTrue();
    assertThat(from("PayPal\u2122 <x7@paypal.com>").isPresent()).isFalse();
  }

  @Test
  void capitalsThatPassForSmallLettersAreReadAsWhatTheyPassFor() {
    assertThat(from("CoinbaseWaIIet <x7@random-garden.example>").isPresent()).isTrue();
  }

  @Test
  void aLongerWordThatOnlyBeginsWithANameIsNotTheName() {
    assertThat(from("Revolution Gardens <x7@random-garden.example>").isPresent()).isFalse();
    assertThat(from("Revolut Support <x7@random-garden.example>").isPresent()).isTrue();
  }

  @Test
  void anAmpersandIsAnAnd() {
    assertThat(from("Bath & Body Works <x7@random-garden.example>").isPresent()).isTrue();
    assertThat(from("Bath and Body Works <x7@random-garden.example>").isPresent()).isTrue();
  }

  @Test
  void aKnownNameThatIsOneLetterFromAnotherIsNotAnImitation() {
    assertThat(from("PayPal <service@paypal.com>").isPresent()).isFalse();
    assertThat(from("PayPay <service@paypay.ne.jp>").isPresent()).isFalse();
  }

  @Test
  void aDealerWhoNamesHisMakerIsAPartnerAndNotAForger() {
    assertThat(from("Toyota Springfield <news@springfieldcars.example>").isPresent()).isFalse();
  }

  @Test
  void aNameWithAHyphenAndMoreIsHeldByTheDomainOnlyWhereAnAccountIsClaimed() {
    assertThat(
            Letter.plain("Please verify")
                .subject("Your account is on hold")
                .fromField("Service <a@paypal-help.example>")
                .facts()
                .fromImpersonation()
                .isPresent())
        .isTrue();
    assertThat(from("Garden <a@paypal-help.example>").isPresent()).isFalse();
  }
}
