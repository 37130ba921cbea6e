package org.proffer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.law.canspam.PrimaryPurpose.Value;

class PurposeTest {
  private static final String ORDER =
      "Thank you for your order. Order number 4711. Your order has shipped. Tracking number 99."
          + " This is an automated message, please do not reply.\n";
  private static final String OFFERS =
      "Save 25% off spring bulbs. Shop now. Tulips only $9.99, roses $19.99, free shipping."
          + " Limited time offer, buy now while supplies last.\n";

  private static PrimaryPurpose of(String subject, String body) {
    return Letter.plain(body)
        .subject(subject)
        .from("Acme Garden", "orders", "acmegarden.example")
        .facts()
        .purpose();
  }

  @Test
  void onlyOffersAreCommercial() {
    PrimaryPurpose purpose = of("25% off spring bulbs", OFFERS);
    assertThat(purpose.value()).isEqualTo(Value.COMMERCIAL);
    assertThat(purpose.branch()).isEqualTo("CLS-01");
    assertThat(purpose.wouldFlip()).isNotEmpty();
  }

  @Test
  void onlyAnOrderIsTransactional() {
    PrimaryPurpose purpose = of("Your order 4711", ORDER);
    assertThat(purpose.value()).isEqualTo(Value.TRANSACTIONAL);
    assertThat(purpose.branch()).isEqualTo("CLS-04");
  }

  @Test
  void anOrderFirstAndOffersAfterItStayTransactional() {
    assertThat(of("Your order 4711 has shipped", ORDER.repeat(3) + OFFERS).value())
        .isEqualTo(Value.TRANSACTIONAL);
  }

  @Test
  void aSubjectThatPromisesPromotionMakesItCommercial() {
    assertThat(of("25% off inside, and your order shipped", ORDER.repeat(3) + OFFERS).value())
        .isEqualTo(Value.COMMERCIAL);
  }

  @Test
  void offersBeforeTheOrderMakeItCommercial() {
    assertThat(of("A word from Acme", OFFERS.repeat(6) + ORDER).value())
        .isEqualTo(Value.COMMERCIAL);
  }

  @Test
  void anOrderAndOffersInOneShortBodyAreDecidedByTheRuleOfMixedContent() {
    assertThat(of("Your order 4711 has shipped", ORDER + OFFERS).branch()).isEqualTo("CLS-02");
    assertThat(of("A word from Acme", OFFERS.repeat(6) + ORDER.repeat(2)).branch())
        .isEqualTo("CLS-02");
  }

  @Test
  void aLinkUnderTheSignatureLineOfALetterPromotesNothing() {
    assertThat(
            Letter.plain(
                    "See you on Sunday at the lake.\nAnn\n-- \nAnn Reed, http://reed.example\n")
                .subject("Sunday")
                .from("Ann Reed", "ann", "house.example")
                .facts()
                .purpose()
                .branch())
        .isEqualTo("CLS-06");
  }

  @Test
  void aLetterBetweenFriendsIsNeither() {
    assertThat(
            of("Sunday", "Dear Ann, see you on Sunday. I think the train is at ten. Mom").value())
        .isEqualTo(Value.OTHER);
  }

  @Test
  void anAppealForGiftsIsNotCommercial() {
    assertThat(
            of(
                    "Will you help?",
                    "Our campaign needs you. Chip in $5 before the FEC deadline. Donate now."
                        + " Paid for by Friends of Roe, not authorized by any candidate.")
                .value())
        .isEqualTo(Value.OTHER);
  }

  @Test
  void anAnswerOnAMailingListIsNotCommercial() {
    assertThat(
            Letter.plain("I think the patch breaks the kernel config. Thanks\n--\nlist footer")
                .subject("Re: price of memory")
                .header("In-Reply-To", "<1@a.example>")
                .facts()
                .purpose()
                .value())
        .isEqualTo(Value.OTHER);
  }

  @Test
  void aFalseAccountNoticeIsNotTransactional() {
    assertThat(
            Letter.plain(
                    "Your account has been suspended. Verify your account within 24 hours at"
                        + " http://x.example/login to restore your account. Confirm your identity.")
                .subject("Your account is on hold")
                .from("PayPal Security", "x9", "random-garden.example")
                .facts()
                .purpose()
                .value())
        .isEqualTo(Value.OTHER);
  }

  @Test
  void aSubjectThatOffersDecidesWhereTheBodySaysNothingInWords() {
    assertThat(
            Letter.html("<img src='https://a.example/i.png' width='600'>")
                .subject("Save 50% on roses, this week only")
                .facts()
                .purpose()
                .value())
        .isEqualTo(Value.COMMERCIAL);
  }

  @Test
  void anImageAndASubjectThatSayNothingLeaveItUndetermined() {
    assertThat(
            Letter.html("<img src='https://a.example/i.png' width='600'>")
                .subject("Hello")
                .facts()
                .purpose()
                .value())
        .isEqualTo(Value.UNDETERMINED);
  }

  @Test
  void aFewWordsOfAPersonAreNotUndetermined() {
    assertThat(Letter.plain("ok, see you then").subject("lunch").facts().purpose().value())
        .isEqualTo(Value.OTHER);
  }

  @Test
  void aTextThatRecommendsASecurityIsCommercial() {
    assertThat(
            Letter.plain(
                    "Stock symbol: ROSE. Our strong buy of the week is undervalued, the price target"
                        + " is five dollars. Read the report and the news.")
                .subject("market news")
                .facts()
                .purpose()
                .value())
        .isEqualTo(Value.COMMERCIAL);
  }

  @Test
  void theReasonIsASentenceAndHoldsNoMeasures() {
    assertThat(Letter.plain("Roses are red").subject("x").facts().purpose().because())
        .hasSize(1)
        .allSatisfy(reason -> assertThat(reason).doesNotContainPattern("[0-9]"));
  }

  @Test
  void anAnswerThatGoesBackToAListIsNotCommercial() {
    assertThat(
            Letter.plain("The pump costs $40, free shipping, best price I found. Order online.")
                .subject("Re: pumps")
                .header("To", "ponds@lists.example")
                .header("Reply-To", "ponds@lists.example")
                .facts()
                .purpose()
                .value())
        .isEqualTo(Value.OTHER);
  }
}
