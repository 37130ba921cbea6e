package org.proffer.logins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @Test
  void twelveCharactersAreEnoughAndElevenAreNot() {
    assertThat(PasswordRules.objection("paralegal", "kühne wolken")).isEmpty();
    assertThat(PasswordRules.objection("paralegal", "kühne wolke"))
        .contains("It has fewer than 12 characters.");
  }

  @Test
  void seventyTwoBytesAreTheMostSoThatNothingIsCutOff() {
    String words = "four words that do not belong together and one more ";
    assertThat(PasswordRules.objection("paralegal", words + "x".repeat(72 - words.length())))
        .isEmpty();
    assertThat(PasswordRules.objection("paralegal", words + "ü".repeat(11)))
        .contains("It has more than 72 bytes.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "PASSWORD12345",
        "passwordpassword",
        "correcthorsebatterystaple",
        "aaaaaaaaaaaa",
        "123456789012",
        "abababababab",
        "proffer2026!!",
        "2026-prosecutor!",
        "P@ssw0rd2024!",
        "qwertyuiop[]",
        "Michael1987!!",
        "iloveyou12345",
        "letmeinletmein",
        "summer2024summer"
      })
  void whatIsTriedFirstIsRefused(String password) {
    assertThat(PasswordRules.objection("paralegal", password))
        .contains("It is one of those that are tried first.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiet rivers under glass",
        "lanterns over the harbour",
        "7bq2-mmxk-9tfa-w3hd",
        "Wolken über Lübeck"
      })
  void whatNobodyTriesEarlyIsTaken(String password) {
    assertThat(PasswordRules.objection("paralegal", password)).isEmpty();
  }

  @Test
  void theLoginIsNoPartOfIt() {
    assertThat(PasswordRules.objection("j.miller", "the J.Miller of 1987"))
        .contains("It contains the login.");
  }

  @Test
  void aHashIsOfItsPasswordAlone() {
    String hash = Passwords.hash("four words of mine");

    assertThat(Passwords.fits("four words of mine", hash)).isTrue();
    assertThat(Passwords.fits("four words of mine ", hash)).isFalse();
    assertThat(Passwords.fits("", hash)).isFalse();
    assertThat(Passwords.fits("nobody", "")).isFalse();
    assertThat(Passwords.fits("x".repeat(73), Passwords.hash("x".repeat(72)))).isFalse();
  }
}
