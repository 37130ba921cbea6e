package org.proffer.custody;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event in the custody of an item.
 *
 * @param itemId the item
 * @param sequence 1 for the first event of the item, without gaps
 * @param at when
 * @param act what happened
 * @param place in the custody log, from 0; null only for an event of before the log
 */
public record CustodyEventView(
    UUID itemId, int sequence, Instant at, CustodyAct act, @Nullable Long place) {

  /** How it ended. */
  public enum Result {
    /** It was done. */
    DONE("Done"),
    /** It was tried, and the bytes were not those they should have been. */
    FAILED("Failed");

    private final String label;

    Result(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  /** What can happen to an item. */
  public enum Kind {
    /** It came into the office's hands. */
    RECEIVED("Received"),
    /** Its content was read by the portal, for example by an import. */
    EXAMINED("Examined"),
    /** Its bytes were handed out. */
    COPIED("Copied"),
    /** A derivative was made of it. */
    DERIVED("Derivative made"),
    /** Its bytes were hashed again and compared. */
    VERIFIED("Verified"),
    /** Its holder offered it to another. */
    OFFERED("Transfer offered"),
    /** The other took it over. */
    TRANSFERRED("Transferred"),
    /** The offer was declined or withdrawn. */
    NOT_TRANSFERRED("Transfer ended"),
    /** It went out of the portal in a package, with its custody. */
    EXPORTED("Exported");

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
