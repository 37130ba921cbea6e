package org.proffer.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes identifiers that sort by the time they were made (UUID version 7, RFC 9562 5.7). */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A new identifier. */
  public static UUID next(Clock clock) {
    long millis = clock.instant().toEpochMilli();
    long high = (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /**
   * Reads an identifier that came from outside.
   *
   * @param what the kind of thing it names
   * @throws NotFound if the text is no identifier: what cannot exist is not found
   */
  public static UUID parse(String what, String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw notFound(what, text, e);
    }
    throw new NotFound(what, text);
  }

  private static NotFound notFound(String what, String text, Throwable cause) {
    NotFound refusal = new NotFound(what, text.length() > 60 ? text.substring(0, 60) : text);
    refusal.initCause(cause);
    return refusal;
  }
}
