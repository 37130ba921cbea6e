package org.proffer.clients;

import org.proffer.records.Labelled;

/** How a recipient objects. */
public enum MechanismType implements Labelled {
  /** A page that a link leads to. */
  PAGE("Web page"),
  /** An address to write to. */
  EMAIL("Electronic mail"),
  /** RFC 8058, from the header. */
  ONE_CLICK("One click of the mail program");

  private final String label;

  MechanismType(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
