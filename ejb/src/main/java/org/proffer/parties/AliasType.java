package org.proffer.parties;

import org.proffer.records.Labelled;

/** What sort of other name it is. */
public enum AliasType implements Labelled {
  /** A name they use for themselves. */
  NAME("Name"),
  /** Another way to write their name. */
  SPELLING("Spelling"),
  /** A name on a forum, in a chat, in a game. */
  HANDLE("Handle"),
  /** An address they write from. */
  EMAIL("E-mail address"),
  /** A domain they registered or use. */
  DOMAIN("Domain"),
  /** A company they act through. */
  COMPANY("Company");

  private final String label;

  AliasType(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
