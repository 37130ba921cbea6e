package org.proffer.clients;

import org.proffer.records.Labelled;

/** What a sender is to the organisation. */
public enum Standing implements Labelled {
  /** The organisation itself. */
  ORGANISATION("Organisation"),
  /** A separate line of business or division, 15 U.S.C. 7702(16)(B). */
  LINE_OF_BUSINESS("Line of business"),
  /** A name that it trades under. */
  BRAND("Brand");

  private final String label;

  Standing(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
