package org.proffer.access;

/** What somebody is to a client of the compliance desk. */
public enum ClientRelation {
  /** Nothing, or not any more. */
  NONE("None"),
  /** Reads. */
  READER("Reader"),
  /** Works for it. */
  OFFICER("Officer"),
  /** Works for it, and says who else does. */
  LEAD("Lead");

  private final String label;

  ClientRelation(String label) {
    this.label = label;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }
}
