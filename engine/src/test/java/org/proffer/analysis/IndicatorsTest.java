package org.proffer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.proffer.law.canspam.HeaderIndicator;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.mail.Hop;

class IndicatorsTest {
  private static final String OFFERS =
      "Save 25% off spring bulbs. Shop now. Tulips only $9.99, roses $19.99, free shipping.";

  private static boolean impersonates(String display, String local, String domain) {
    return Letter.plain(OFFERS)
        .from(display, local, domain)
        .facts()
        .fromImpersonation()
        .isPresent();
  }

  @Test
  void aKnownNameAtAStrangeDomainIsAnIndicator() {
    assertThat(impersonates("PayPal", "service", "random-garden.example")).isTrue();
    assertThat(impersonates("PayPal", "service", "paypal.com")).isFalse();
    assertThat(impersonates("PayPal", "service", "mail.paypal.com")).isFalse();
  }

  @Test
  void aLookAlikeDomainIsAnIndicator() {
    assertThat(impersonates("Service", "info", "paypa1.com")).isTrue();
    assertThat(impersonates("Service", "info", "netfilx.com")).isTrue();
    assertThat(impersonates("Acme", "info", "acme.example")).isFalse();
  }

  @Test
  void lettersOfTwoScriptsInOneWordAreAnIndicator() {
    assertThat(impersonates("P\u0430yPal", "info", "acme.example")).isTrue();
    assertThat(impersonates("\u0418\u0432\u0430\u043d Petrov", "info", "acme.example")).isFalse();
  }

  @Test
  void aCapitalLetterInPlaceOfASmallOneDoesNotHideAName() {
    assertThat(impersonates("WaImart Rewards", "x", "random-garden.example")).isTrue();
  }

  @Test
  void ordinaryWordsAndNamesOfPeopleAreNotBrands() {
    assertThat(impersonates("Mary Chase", "mary.chase", "school.example")).isFalse();
    assertThat(impersonates("Apple Martin", "apple", "family.example")).isFalse();
  }

  @Test
  void aNoReplyAddressIsNoSign() {
    MessageFacts facts = Letter.plain(OFFERS).from("Acme", "no-reply", "acme.example").facts();
    assertThat(facts.fromImpersonation().isAbsent()).isTrue();
  }

  @Test
  void anAnswerThatAnswersNothingIsAnIndicator() {
    MessageFacts facts = Letter.plain(OFFERS).subject("Re: our talk").facts();
    assertThat(facts.subjectMisleading().isPresent()).isTrue();
    assertThat(facts.headerIndicators())
        .extracting(HeaderIndicator::code)
        .contains("RE_WITHOUT_THREAD");
    MessageFacts thread =
        Letter.plain("I think so too. Thanks")
            .subject("Re: our talk")
            .header("In-Reply-To", "<1@a.example>")
            .facts();
    assertThat(thread.subjectMisleading().isPresent()).isFalse();
  }

  @Test
  void anInvoiceInTheSubjectAndOffersInTheBodyAreAMismatch() {
    MessageFacts facts =
        Letter.plain(OFFERS)
            .subject("Your invoice 4471")
            .from("Acme Garden", "news", "acmegarden.example")
            .facts();
    assertThat(facts.subjectMisleading().isPresent()).isTrue();
  }

  @Test
  void pufferyIsNotMisleading() {
    MessageFacts facts =
        Letter.plain(OFFERS)
            .subject("The best bulbs you have ever seen!")
            .from("Acme Garden", "news", "acmegarden.example")
            .facts();
    assertThat(facts.subjectMisleading().isPresent()).isFalse();
  }

  @Test
  void aPrizeInAnothersNameIsMisleading() {
    MessageFacts facts =
        Letter.html("<a href='http://x.example/c'>Claim</a> your Walmart gift card reward now")
            .subject("You have won a $500 gift card")
            .from("Walmart", "a1", "random-garden.example")
            .facts();
    assertThat(facts.subjectMisleading().isPresent()).isTrue();
  }

  @Test
  void fieldsThatMayStandOnceAreNamedWhenTheyStandTwice() {
    assertThat(
            Letter.plain("x").subject("one").subject("two").facts().headerIndicators().stream()
                .map(HeaderIndicator::code))
        .contains("DUPLICATE_HEADER");
    assertThat(
            Letter.plain("x").subject("one").facts().headerIndicators().stream()
                .map(HeaderIndicator::code))
        .doesNotContain("DUPLICATE_HEADER")
        .contains("MISSING_MESSAGE_ID");
  }

  @Test
  void outlookExpressAlwaysPutsADollarSignIntoItsMessageId() {
    Letter forged =
        Letter.plain("x")
            .header("X-Mailer", "Microsoft Outlook Express 6.00.2600.0000")
            .header("Message-ID", "<200207280048@a.example>");
    assertThat(forged.facts().headerIndicators())
        .extracting(HeaderIndicator::code)
        .contains("FORGED_MAILER");
    Letter genuine =
        Letter.plain("x")
            .header("X-Mailer", "Microsoft Outlook Express 6.00.2600.0000")
            .header("Message-ID", "<002001c9c892$8169e130$e8ab32a8@a>");
    assertThat(genuine.facts().headerIndicators())
        .extracting(HeaderIndicator::code)
        .doesNotContain("FORGED_MAILER");
  }

  @Test
  void linesOfTheChainThatDoNotMeetAndClocksThatRunBackAreNamed() {
    Letter letter =
        Letter.plain("x")
            .header("Message-ID", "<1@a.example>")
            .hop(hop("relay.one.example", "mx.home.example", "2026-03-02T10:00:00Z"))
            .hop(hop("pc.two.example", "mta.yahoo.com", "2026-03-02T12:00:00Z"));
    assertThat(letter.facts().headerIndicators())
        .extracting(HeaderIndicator::code)
        .contains("RECEIVED_CHAIN_BREAK", "IMPOSSIBLE_CLOCK");
    Letter sound =
        Letter.plain("x")
            .header("Message-ID", "<1@a.example>")
            .hop(hop("relay.one.example", "mx.home.example", "2026-03-02T10:00:05Z"))
            .hop(hop("pc.two.example", "mta.one.example", "2026-03-02T10:00:00Z"));
    assertThat(sound.facts().headerIndicators()).isEmpty();
  }

  @Test
  void oneHostUnderTwoDomainsIsNoBreak() {
    Letter letter =
        Letter.plain("x")
            .header("Message-ID", "<1@a.example>")
            .hop(hop("host7.inside.example", "mx.home.example", "2026-03-02T10:00:05Z"))
            .hop(hop("pc.two.example", "host7.outside.test", "2026-03-02T10:00:00Z"));
    assertThat(letter.facts().headerIndicators()).isEmpty();
  }

  private static Hop hop(String from, String by, String at) {
    return new Hop(
        "from " + from + " by " + by,
        0,
        from,
        null,
        null,
        by,
        null,
        null,
        null,
        Instant.parse(at),
        true);
  }

  @Test
  void anAnswerMarkedInDecoratedLettersIsAnAnswer() {
    assertThat(
            Letter.plain(OFFERS)
                .subject("\u2042 \ud835\ude9b\ud835\ude8e: our talk")
                .facts()
                .subjectMisleading()
                .isPresent())
        .isTrue();
  }

  @Test
  void claimsAreReadInOtherLanguages() {
    assertThat(
            Letter.html("<a href='http://x.example/c'>Weiter</a>")
                .subject("Ihr Konto wurde gesperrt")
                .from("PayPal", "a1", "random-garden.example")
                .facts()
                .subjectMisleading()
                .isPresent())
        .isTrue();
    assertThat(
            Letter.html("<a href='https://paypal.com/c'>Weiter</a>")
                .subject("Ihr Konto wurde gesperrt")
                .from("PayPal", "service", "paypal.com")
                .facts()
                .subjectMisleading()
                .isPresent())
        .isFalse();
  }

  @Test
  void aHostThatGoesByTwoNamesOfItsOwnIsNoBreakInTheChain() {
    Letter letter =
        Letter.plain("x")
            .header("Message-ID", "<1@a.example>")
            .hop(hop("relay.one.example", "mx.home.example", "2026-03-02T10:00:05Z"))
            .hop(hop("pc.two.example", "mta.three.example", "2026-03-02T10:00:00Z"));
    assertThat(letter.facts().headerIndicators())
        .extracting(HeaderIndicator::code)
        .doesNotContain("RECEIVED_CHAIN_BREAK");
  }
}
