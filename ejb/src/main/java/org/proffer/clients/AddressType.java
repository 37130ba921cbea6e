package org.proffer.clients;

import org.proffer.records.Labelled;

/** What sort of postal address it is, 16 CFR 316.2(p). */
public enum AddressType implements Labelled {
  /** A current street address. */
  STREET("Street address"),
  /** A current street address abroad. */
  FOREIGN_STREET("Street address abroad"),
  /** A box registered with the Postal Service. */
  PO_BOX("Post office box"),
  /** A mailbox registered with a commercial mail receiving agency. */
  PRIVATE_MAILBOX("Private mailbox");

  private final String label;

  AddressType(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
