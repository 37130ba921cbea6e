package org.proffer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proffer.law.canspam.MessageFacts;

class OtherScriptsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u30d0\u30e9\u306e\u82b1\u3002\u914d\u4fe1\u505c\u6b62\u306f https://a.example/u",
        "\u73ab\u7470\u82b1\u3002\u9000\u8ba2 https://a.example/u",
        "\uc7a5\ubbf8\uaf43. \uc218\uc2e0\uac70\ubd80 https://a.example/u",
        "\u0420\u043e\u0437\u044b. \u041e\u0442\u043f\u0438\u0441\u0430\u0442\u044c\u0441\u044f https://a.example/u"
      })
  void aWayOutIsFoundInScriptsThatAreNotJudged(String text) {
    MessageFacts facts = Letter.plain(text).facts();
    assertThat(facts.optOutNotice().isPresent()).isTrue();
    assertThat(facts.optOutMechanism().isPresent()).isTrue();
  }

  @Test
  void itsAbsenceThereIsNotJudged() {
    MessageFacts facts =
        Letter.plain(
                "\u0420\u043e\u0437\u044b \u0446\u0432\u0435\u0442\u0443\u0442 \u0432 \u0441\u0430\u0434\u0443")
            .facts();
    assertThat(facts.optOutNotice().isPresent()).isFalse();
    assertThat(facts.optOutNotice().isAbsent()).isFalse();
  }

  @Test
  void aLabelOfAdvertisementIsFound() {
    assertThat(
            Letter.plain(
                    "\u3053\u306e\u5e83\u544a\u306f\u30d0\u30e9\u306e\u3054\u6848\u5185\u3067\u3059 https://a.example")
                .facts()
                .advertisementLabel()
                .isPresent())
        .isTrue();
  }

  @Test
  void bytesThatCouldNotBeReadDoNotBreakAWord() {
    assertThat(Lexicon.get().read("un\ufffdsub\ufffdscribe").count(Topic.STOP)).isPositive();
  }
}
