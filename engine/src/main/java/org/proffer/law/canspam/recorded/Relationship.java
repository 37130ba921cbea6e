package org.proffer.law.canspam.recorded;

/**
 * A transaction or relationship of the recipient with the sender (15 U.S.C. 7702(17)).
 *
 * @param category which of the five
 * @param exists whether it exists; false where the records show that it does not
 * @param what for example the number of the order
 * @param source where the fact comes from
 */
public record Relationship(Category category, boolean exists, String what, String source)
    implements Fact {
  /** The five categories of 15 U.S.C. 7702(17)(A). */
  public enum Category {
    /** (i) A commercial transaction the recipient agreed to. */
    TRANSACTION,
    /** (ii) Warranty, recall, safety or security of something bought. */
    WARRANTY_OR_SAFETY,
    /** (iii) A subscription, membership, account, loan or comparable ongoing relationship. */
    ACCOUNT,
    /** (iv) Employment or a benefit plan. */
    EMPLOYMENT,
    /** (v) Delivery of what the recipient is entitled to. */
    DELIVERY
  }
}
