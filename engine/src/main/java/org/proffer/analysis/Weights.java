package org.proffer.analysis;

/** What the words of a subject and a body weigh, by what they speak of. */
final class Weights {
  private final Hits subject;
  private final int offer;
  private final int strongOffers;
  private final int transaction;
  private final int fraud;
  private final int campaign;
  private final int editorial;
  private final int talk;
  private final int sexual;
  private final int securities;
  private final int subjectOffer;

  Weights(String subjectLine, VisibleText main) {
    Hits hits = main.hits();
    this.subject = Lexicon.get().read(Homographs.plain(subjectLine));
    int prices = Math.min(4, ContentBlocks.prices(main.text(), 0, main.text().length()));
    this.offer = hits.score(Topic.OFFER) + hits.score(Topic.CALL) + 2 * prices;
    this.strongOffers = hits.strong(Topic.OFFER) + hits.strong(Topic.CALL) + prices;
    this.transaction = hits.score(Topic.TRANSACTION);
    this.fraud = hits.score(Topic.FRAUD) + subject.score(Topic.FRAUD);
    this.campaign = hits.score(Topic.CAMPAIGN) + subject.score(Topic.CAMPAIGN);
    this.editorial = hits.score(Topic.EDITORIAL) + 2 * subject.score(Topic.EDITORIAL);
    this.talk = hits.score(Topic.TALK);
    this.sexual = hits.score(Topic.SEXUAL);
    this.securities = hits.score(Topic.SECURITIES);
    this.subjectOffer =
        subject.score(Topic.OFFER)
            + subject.score(Topic.CALL)
            + 2 * ContentBlocks.prices(subjectLine, 0, subjectLine.length())
            + (subjectLine.indexOf('%') > 0 ? 2 : 0);
  }

  /** The phrases of the subject. */
  Hits subject() {
    return subject;
  }

  /** Promotion in the body. */
  int offer() {
    return offer;
  }

  /** How many different phrases or prices of the body are those of promotion beyond doubt. */
  int strongOffers() {
    return strongOffers;
  }

  /** Promotion in the subject. */
  int subjectOffer() {
    return subjectOffer;
  }

  /** Promotion as a whole; the subject weighs double. */
  int promotion() {
    return offer + 2 * subjectOffer;
  }

  /** A transaction or relationship in the body. */
  int transaction() {
    return transaction;
  }

  /** A transaction or relationship in the subject. */
  int subjectTransaction() {
    return subject.score(Topic.TRANSACTION);
  }

  /** What the subject claims: an account, an order, a private message. */
  int claims() {
    return subject.score(Topic.ACCOUNT_CLAIM)
        + subject.score(Topic.ORDER_CLAIM)
        + subject.score(Topic.PRIVATE_CLAIM);
  }

  /** Fraud that promotes nothing. */
  int fraud() {
    return fraud;
  }

  /** Whether the words are those of fraud that promotes nothing. */
  boolean isFraud() {
    return fraud >= 8 && fraud > offer / 2;
  }

  /** Campaigns and charities. */
  int campaign() {
    return campaign;
  }

  /** Articles; the subject weighs double. */
  int editorial() {
    return editorial;
  }

  /** Talk between people. */
  int talk() {
    return talk;
  }

  /** Whether the body is sexually oriented advertising. */
  boolean isSexual() {
    return sexual >= 6;
  }

  /** Whether the body recommends that a security be bought. */
  boolean isTouting() {
    return securities >= 6;
  }
}
