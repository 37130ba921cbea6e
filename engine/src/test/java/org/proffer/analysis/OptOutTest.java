package org.proffer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proffer.law.Span;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.law.canspam.Observation;

class OptOutTest {

  @Test
  void anOrdinaryUnsubscribeLinkIsAnOptOutAndSaysSo() {
    MessageFacts facts =
        Letter.html("<p>Spring bulbs</p><a href='https://acme.example/unsubscribe'>Unsubscribe</a>")
            .facts();
    assertThat(facts.optOutMechanism().isPresent()).isTrue();
    assertThat(facts.optOutNotice().isPresent()).isTrue();
  }

  @Test
  void theWordsAreQuotedByTheirBytes() {
    String html = "<p>Gr\u00fc\u00dfe &amp; mehr</p><a href='https://a.example/u'>Unsubscribe</a>";
    Span span = Letter.html(html).facts().optOutNotice().spans().get(0);
    byte[] bytes = html.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(
            new String(
                bytes, span.offset(), span.length(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("Unsubscribe");
    assertThat(span.part()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To be removed from this list reply with REMOVE in the subject.",
        "If you no longer wish to receive these messages, visit https://a.example/stop",
        "To stop these emails write to leave@a.example",
        "To unsubscribe, send an email to list-leave@a.example",
        "http://lists.a.example/listinfo/roses for (un)subscription information",
        "Wenn Sie keinen Newsletter mehr m\u00f6chten: abmelden unter https://a.example/ab",
        "Pour vous d\u00e9sinscrire, cliquez ici: https://a.example/d",
        "Para darse de baja haga clic en https://a.example/b",
        "Caso n\u00e3o deseje receber, clique em descadastrar: https://a.example/x"
      })
  void waysToDeclineAreFoundWhateverTheirWords(String text) {
    MessageFacts facts = Letter.plain("Roses at half price.\n\n" + text).facts();
    assertThat(facts.optOutMechanism().isPresent()).as(text).isTrue();
    assertThat(facts.optOutNotice().isPresent()).as(text).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He was removed from office after the vote.",
        "I had to remove the old engine before it would start.",
        "Please note that you cannot opt out of messages about your policy.",
        "Text STOP to 27820 to opt out of text messages.",
        "The state and the floor were swept.",
        "We stop at nothing to please you."
      })
  void otherWordsOfRemovalAreNoOptOut(String text) {
    MessageFacts facts = Letter.plain("Dear reader,\n" + text + "\nYours").facts();
    assertThat(facts.optOutMechanism().isPresent()).as(text).isFalse();
    assertThat(facts.optOutNotice().isPresent()).as(text).isFalse();
  }

  @Test
  void aLinkThatSaysRemoveIsAnOptOutAndOneThatRemovesStainsIsNone() {
    assertThat(
            Letter.html("<p>Low rates.</p><a href='http://a.example/r'>Remove</a>")
                .facts()
                .optOutMechanism()
                .isPresent())
        .isTrue();
    assertThat(
            Letter.html("<p>Low rates.</p><a href='http://a.example/r'>How we remove stains</a>")
                .facts()
                .optOutMechanism()
                .isPresent())
        .isFalse();
  }

  @Test
  void aBareLinkToPreferencesIsAWayButSaysNothingOfStopping() {
    MessageFacts facts =
        Letter.html("<p>News</p><a href='https://a.example/p'>Manage email preferences</a>")
            .facts();
    assertThat(facts.optOutMechanism().isPresent()).isTrue();
    assertThat(facts.optOutNotice().isPresent()).isFalse();
    assertThat(facts.optOutMenu().isPresent()).isTrue();
  }

  @Test
  void aPostalAddressAloneIsANoticeAndNoInternetWay() {
    MessageFacts facts =
        Letter.plain(
                "To unsubscribe please write to Acme, 12 Elm Street, Springfield, IL 62701."
                    + " We enter your wish by hand.")
            .facts();
    assertThat(facts.optOutMechanism().isPresent()).isFalse();
    assertThat(facts.optOutNotice().isPresent()).isTrue();
  }

  @Test
  void theHeaderFieldIsKeptApartFromWhatIsDisplayed() {
    MessageFacts facts =
        Letter.plain("Roses at half price, order now from our greenhouse.")
            .header("List-Unsubscribe", "<https://a.example/u>")
            .facts();
    assertThat(facts.optOutHeader().isPresent()).isTrue();
    assertThat(facts.optOutMechanism().isAbsent()).isTrue();
    assertThat(facts.optOutNotice().isAbsent()).isTrue();
  }

  @Test
  void hiddenWordsAreNotDisplayed() {
    MessageFacts facts =
        Letter.html(
                "<p>The roses of our greenhouse are in bloom and can be seen every day.</p>"
                    + "<div style='display:none'><a href='https://a.example/u'>Unsubscribe</a></div>")
            .facts();
    assertThat(facts.optOutNotice().isPresent()).isFalse();
  }

  @Test
  void wordsHiddenByAStyleSheetAreNotDisplayedEither() {
    MessageFacts facts =
        Letter.html(
                "<style>.x{display:none} @media print{.y{display:none}}</style>"
                    + "<p>The roses of our greenhouse are in bloom and can be seen every day.</p>"
                    + "<p class=x><a href='https://a.example/u'>Unsubscribe</a></p>")
            .facts();
    assertThat(facts.optOutNotice().isPresent()).isFalse();
  }

  @Test
  void aRuleForPrintDoesNotHideWhatAScreenShows() {
    MessageFacts facts =
        Letter.html(
                "<style>@media print{.y{display:none}}</style><p>Roses</p>"
                    + "<p class=y><a href='https://a.example/u'>Unsubscribe</a></p>")
            .facts();
    assertThat(facts.optOutNotice().isPresent()).isTrue();
  }

  @Test
  void tinyTypeAndFaintColorAreNamed() {
    assertThat(
            Letter.html(
                    "<p style='font-size:6px'><a href='https://a.example/u'>Unsubscribe</a></p>")
                .facts()
                .optOutNotice()
                .because())
        .anyMatch(b -> b.contains("6 px"));
    assertThat(
            Letter.html(
                    "<p style='color:#fefefe;background:#fff'>"
                        + "<a href='https://a.example/u'>Unsubscribe</a></p>")
                .facts()
                .optOutNotice()
                .because())
        .anyMatch(b -> b.contains("color of its background"));
  }

  @Test
  void aConditionOnDecliningIsABurden() {
    assertThat(
            Letter.plain(
                    "To unsubscribe you must log in at https://a.example/login with your name.")
                .facts()
                .optOutBurden()
                .isPresent())
        .isTrue();
    assertThat(
            Letter.plain("To unsubscribe click https://a.example/u")
                .facts()
                .optOutBurden()
                .isAbsent())
        .isTrue();
  }

  @Test
  void inALanguageThatIsNotKnownAbsenceIsNotClaimed() {
    MessageFacts facts =
        Letter.plain(
                "\u3053\u3093\u306b\u3061\u306f\u3001\u304a\u5143\u6c17\u3067\u3059\u304b\u3002"
                    + "\u304a\u5f97\u306a\u304a\u77e5\u3089\u305b\u3067\u3059\u3002")
            .facts();
    assertThat(facts.language()).isEqualTo("ja");
    assertThat(facts.optOutNotice().state()).isEqualTo(Observation.State.NOT_JUDGED);
  }

  @Test
  void wordsInImagesAreNotJudgedAndAlternativeTextCounts() {
    MessageFacts silent = Letter.html("<img src='cid:1' width=600 height=800>").facts();
    assertThat(silent.imageOnly()).isTrue();
    assertThat(silent.optOutNotice().state()).isEqualTo(Observation.State.NOT_JUDGED);
    MessageFacts speaking =
        Letter.html("<a href='https://a.example/u'><img src='cid:1' alt='Unsubscribe'></a>")
            .facts();
    assertThat(speaking.optOutNotice().isPresent()).isTrue();
    assertThat(speaking.optOutMechanism().isPresent()).isTrue();
  }
}
