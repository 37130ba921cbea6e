package org.proffer.parties;

import org.proffer.records.Labelled;

/** A human being or not. */
public enum PartyType implements Labelled {
  /** A human being. */
  PERSON("Person"),
  /** A company, an office, an association. */
  ORGANISATION("Organisation");

  private final String label;

  PartyType(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
