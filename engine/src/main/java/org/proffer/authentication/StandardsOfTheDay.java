package org.proffer.authentication;

import java.time.Instant;

/**
 * What the DKIM standards said on the day a message was received.
 *
 * <p>The RFCs carry a month, not a day; each change is taken to hold from the first day of the
 * month after.
 */
enum StandardsOfTheDay {
  /**
   * RFC 4871, May 2007, requires {@code v=1}; the drafts before it had no version or {@code 0.x}.
   * Signers moved over during 2007, so draft signatures are read, and said to be such, on mail
   * received before 2008. That last date is our choice.
   */
  DRAFT_VERSIONS_ENDED("2008-01-01T00:00:00Z"),
  /** RFC 6376, September 2011, drops the granularity tag {@code g} of keys. */
  GRANULARITY_ENDED("2011-10-01T00:00:00Z"),
  /** RFC 8301, January 2018: neither SHA-1 nor RSA keys under 1024 bits are acceptable. */
  WEAK_SIGNATURES_ENDED("2018-02-01T00:00:00Z");

  private final Instant from;

  StandardsOfTheDay(String from) {
    this.from = Instant.parse(from);
  }

  /** Whether the change holds for mail received then. */
  boolean holdsAt(Instant receivedAt) {
    return !receivedAt.isBefore(from);
  }
}
