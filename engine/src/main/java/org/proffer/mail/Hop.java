package org.proffer.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One Received line, top of the message first (RFC 5321 4.4: lines are prepended, so the first hop
 * listed is the last one travelled). What is not stated or not understood is null; the raw line is
 * always kept.
 *
 * @param raw the field's value, unfolded
 * @param offset byte offset of the field from the start of the message
 * @param from the name the peer announced (HELO)
 * @param fromReverseName the name that the peer's address resolved to, as the writer of the line
 *     says
 * @param fromAddress the peer's IP address, textual
 * @param by the host that wrote the line
 * @param with the protocol
 * @param id the queue id
 * @param recipient the address of {@code for}
 * @param at when, or null where the clock cannot be read
 * @param dialect the name of the form the line is written in; null for a form that is not known
 */
public record Hop(
    String raw,
    long offset,
    @Nullable String from,
    @Nullable String fromReverseName,
    @Nullable String fromAddress,
    @Nullable String by,
    @Nullable String with,
    @Nullable String id,
    @Nullable String recipient,
    @Nullable Instant at,
    @Nullable String dialect) {

  /** A hop of a form without a name; {@code understood} says whether the form is known. */
  public Hop(
      String raw,
      long offset,
      @Nullable String from,
      @Nullable String fromReverseName,
      @Nullable String fromAddress,
      @Nullable String by,
      @Nullable String with,
      @Nullable String id,
      @Nullable String recipient,
      @Nullable Instant at,
      boolean understood) {
    this(
        raw,
        offset,
        from,
        fromReverseName,
        fromAddress,
        by,
        with,
        id,
        recipient,
        at,
        understood ? "RFC 5321" : null);
  }

  /** Whether the form of the line is known. */
  public boolean understood() {
    return dialect != null;
  }
}
