package org.proffer.analysis;

/** What a phrase of the lexicon speaks of. */
enum Topic {
  /** Words that say that mail can be stopped. */
  STOP,
  /** Words of removal that say so only near a word for a mailing list or an instruction. */
  REMOVAL,
  /** Words for a list, a mailing or a data base of addresses. */
  LISTING,
  /** Words for a page of mail preferences. */
  PREFERENCES,
  /** Words that tell the reader to do something: click, reply, visit. */
  INSTRUCTION,
  /** Words that tell the reader to answer by mail. */
  REPLY,
  /** Words that limit the sentence to text messages, cookies and the like. */
  NOT_MAIL,
  /** Words that ask for a choice among kinds of mail. */
  MENU,
  /** Words that ask for a fee or for more than an address to opt out. */
  BURDEN,
  /** Words that say that this is an advertisement. */
  ADVERTISEMENT,
  /** Names of countries. */
  COUNTRY,
  /** Words for a post office box or private mailbox. */
  POST_BOX,
  /** Words of sexually oriented advertising. */
  SEXUAL,
  /** Words of sale and promotion. */
  OFFER,
  /** Words that call to buy. */
  CALL,
  /** Words that recommend the shares of a company. */
  SECURITIES,
  /** Words of a transaction or relationship, 15 U.S.C. 7702(17). */
  TRANSACTION,
  /** Words of pure fraud: advance fee, lottery, extortion, theft of credentials. */
  FRAUD,
  /** Words of campaigns and charities. */
  CAMPAIGN,
  /** Words of editorial mail. */
  EDITORIAL,
  /** Words of talk between people. */
  TALK,
  /** A claim about an account or its security. */
  ACCOUNT_CLAIM,
  /** A claim about an order, an invoice, a payment or a delivery. */
  ORDER_CLAIM,
  /** A claim of a prize, a reward or a payout. */
  PRIZE_CLAIM,
  /** A claim of a private message or a shared document. */
  PRIVATE_CLAIM,
  /** Words that name an office of authority. */
  OFFICE,
  /** Common words of English, and so on for each language. */
  ENGLISH,
  /** See {@link #ENGLISH}. */
  GERMAN,
  /** See {@link #ENGLISH}. */
  FRENCH,
  /** See {@link #ENGLISH}. */
  SPANISH,
  /** See {@link #ENGLISH}. */
  ITALIAN,
  /** See {@link #ENGLISH}. */
  DUTCH,
  /** See {@link #ENGLISH}. */
  PORTUGUESE,
  /** See {@link #ENGLISH}. */
  SWEDISH;

  /** Whether hits are only counted, not listed. */
  boolean onlyCounted() {
    return compareTo(ENGLISH) >= 0;
  }
}
