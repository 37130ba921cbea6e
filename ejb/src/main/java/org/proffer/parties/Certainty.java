package org.proffer.parties;

import org.proffer.records.Labelled;

/** How sure a statement is. */
public enum Certainty implements Labelled {
  /** Seen in a source that speaks for the court or the government, or in the record itself. */
  VERIFIED("Verified"),
  /** Somebody reports it. */
  REPORTED("Reported"),
  /** Known to whoever wrote it, without a source at hand. */
  FROM_KNOWLEDGE("From knowledge"),
  /** To be confirmed before anybody relies on it. */
  UNCONFIRMED("Unconfirmed");

  private final String label;

  Certainty(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
