package org.proffer.law.canspam.recorded;

/**
 * A postal address and what is known of it (16 CFR 316.2(p)).
 *
 * @param text as it stands in messages, in any layout
 * @param kind what sort
 * @param of whose it is
 * @param valid whether it is a current street address, or a box that is accurately registered
 * @param source where the fact comes from
 */
public record PostalAddressRecord(String text, Kind kind, String of, boolean valid, String source)
    implements Fact {
  /** The three kinds of 16 CFR 316.2(p), a street address abroad apart. */
  public enum Kind {
    /** A street address. */
    STREET,
    /** A street address abroad. */
    FOREIGN_STREET,
    /** A post office box registered with the United States Postal Service. */
    PO_BOX,
    /** A private mailbox registered with a commercial mail receiving agency. */
    PRIVATE_MAILBOX
  }
}
