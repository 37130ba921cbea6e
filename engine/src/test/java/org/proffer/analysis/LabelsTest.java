package org.proffer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This is an advertisement.",
        "This message contains promotional content.",
        "You receive this marketing email as a customer.",
        "This email may be considered an advertising or promotional message."
      })
  void wordsThatSayAdvertisementAreALabel(String text) {
    assertThat(Letter.plain(text).facts().advertisementLabel().isPresent()).as(text).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This is not an advertisement.",
        "You may get recurring autodialed marketing text messages.",
        "Our advertising rates are low.",
        "The advertisement industry grew."
      })
  void otherWordsOfAdvertisingAreNoLabel(String text) {
    assertThat(Letter.plain(text).facts().advertisementLabel().isPresent()).as(text).isFalse();
  }

  @Test
  void advInTheSubjectIsALabel() {
    assertThat(Letter.plain("Roses").subject("ADV: roses").facts().advertisementLabel().isPresent())
        .isTrue();
    assertThat(
            Letter.plain("Roses")
                .subject("Advice on roses")
                .facts()
                .advertisementLabel()
                .isPresent())
        .isFalse();
  }

  @Test
  void onlyTheNineteenCharactersAtTheStartAreTheSexualLabel() {
    assertThat(label("SEXUALLY-EXPLICIT: Private offer")).isTrue();
    assertThat(label("SEXUALLY-EXPLICIT:Private offer")).isFalse();
    assertThat(label("Re: SEXUALLY-EXPLICIT: Private offer")).isFalse();
    assertThat(label("Sexually-Explicit: Private offer")).isFalse();
    assertThat(label("SEXUALLY\u2010EXPLICIT: Private offer")).isFalse();
    assertThat(label("\uff33EXUALLY-EXPLICIT: Private offer")).isFalse();
    assertThat(label("SEXUALLY-EXPLICIT:\u00a0Private offer")).isFalse();
    assertThat(label("S\u0415XUALLY-EXPLICIT: Private offer")).isFalse();
    assertThat(SexuallyExplicitLabel.LABEL).hasSize(19);
  }

  private static boolean label(String subject) {
    return Letter.plain("x").subject(subject).facts().sexuallyExplicitLabel().isPresent();
  }

  @Test
  void sexualWordsInNumberAreAnIndicatorAndOneIsNot() {
    assertThat(
            Letter.plain("Hardcore XXX videos, horny amateurs, click http://a.example")
                .facts()
                .sexuallyOriented()
                .isPresent())
        .isTrue();
    assertThat(
            Letter.plain("The school will offer sex education to adult learners next year.")
                .facts()
                .sexuallyOriented()
                .isPresent())
        .isFalse();
  }

  @Test
  void aWordThatMayStandInASentenceIsALabelOnlyAsALineOfItsOwn() {
    assertThat(Letter.plain("Anzeige\nRosen im Angebot").facts().advertisementLabel().isPresent())
        .isTrue();
    assertThat(
            Letter.plain("Die Anzeige im Blatt der Stadt war klein, sagte der G\u00e4rtner gern.")
                .facts()
                .advertisementLabel()
                .isPresent())
        .isFalse();
  }
}
