package org.proffer.custody;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event in the custody of an item.
 *
 * @param itemId the item
 * @param sequence 1 for the first event of the item, without gaps
 * @param at when it was entered
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
    EXPORTED("Exported"),
    /** Its package was opened. */
    OPENED("Opened"),
    /** It left its place for a while. */
    CHECKED_OUT("Checked out"),
    /** It came back. */
    CHECKED_IN("Checked in"),
    /** A seal was put on it. */
    SEALED("Sealed"),
    /** The seal was broken. */
    UNSEALED("Seal broken"),
    /** It was put in another place. */
    MOVED("Put away"),
    /** It was seen in a stock check. */
    COUNTED("Seen in a stock check"),
    /** It was looked for in a stock check and not found as it should be. */
    NOT_AS_LISTED("Not as listed"),
    /** It was forbidden to destroy it. */
    HELD("Put on hold"),
    /** The hold was lifted. */
    RELEASED("Hold lifted"),
    /** Somebody asked for its destruction. */
    DESTRUCTION_REQUESTED("Destruction requested"),
    /** Another approved its destruction. */
    DESTRUCTION_APPROVED("Destruction approved"),
    /** Its destruction was refused, or the request was withdrawn. */
    DESTRUCTION_ENDED("Destruction called off"),
    /** It was destroyed; this is its tombstone. */
    DISPOSED("Destroyed");

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
