package org.proffer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VouchingTest {

  private static boolean doubted(String field, String path, String results) {
    return Letter.plain("Save 20% on roses, order now at http://a.example")
        .fromField(field)
        .header("Return-Path", "<" + path + ">")
        .header("Authentication-Results", "mx.home.example; " + results)
        .facts()
        .fromImpersonation()
        .isPresent();
  }

  @Test
  void aCompositeFailureAloneSaysNothing() {
    assertThat(doubted("Acme <a@acme.example>", "a@acme.example", "spf=none; compauth=fail"))
        .isFalse();
  }

  @Test
  void aCompositeFailureAndBouncesThatGoElsewhereAreASign() {
    assertThat(doubted("Roses <a@acme.example>", "b@two.example", "spf=none; compauth=fail"))
        .isTrue();
    assertThat(
            doubted(
                "Roses <a@acme.example>", "b@two.example", "dkim=pass; spf=none; compauth=fail"))
        .isFalse();
  }

  @Test
  void aFailureOfDmarcIsASignUnlessAnotherCheckPassed() {
    assertThat(doubted("Acme <a@acme.example>", "a@acme.example", "spf=none; dmarc=fail")).isTrue();
    assertThat(doubted("Acme <a@acme.example>", "a@acme.example", "dkim=pass; dmarc=fail"))
        .isFalse();
  }

  @Test
  void theAddressOfAKnownNameIsForgedWhereBouncesGoElsewhereAndNothingIsSigned() {
    assertThat(doubted("Adac <service@adac.de>", "x@two.example", "spf=pass; dkim=none")).isTrue();
    assertThat(doubted("Adac <service@adac.de>", "x@two.example", "spf=pass; dkim=pass")).isFalse();
    assertThat(doubted("Adac <service@adac.de>", "x@news.adac.de", "spf=pass; dkim=none"))
        .isFalse();
  }
}
