package org.proffer.custody;

import java.time.Instant;

/**
 * One event in the custody of an item.
 *
 * @param sequence 1 for the first event of the item, without gaps
 * @param kind what happened
 * @param at when
 * @param by login of the person, or {@code system}
 * @param detail in a sentence
 * @param sha256 the item's hash at that moment
 */
public record CustodyEventView(
    int sequence, Kind kind, Instant at, String by, String detail, String sha256) {

  /** What can happen to an item. */
  public enum Kind {
    /** It came into the office's hands. */
    RECEIVED("Received"),
    /** Its content was read by the portal, for example by an import. */
    EXAMINED("Examined"),
    /** Its bytes were handed out. */
    COPIED("Copied"),
    /** A derivative was made of it. */
    DERIVED("Derivative made");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }
}
