package org.proffer.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the bytes of one message. Every input becomes one: parsed, parsed with defects, or
 * quarantined.
 *
 * @param outcome how reading ended
 * @param quarantineReason why it was quarantined, for a person to read; null otherwise
 * @param length bytes of the message
 * @param headers in original order, with duplicates
 * @param root the body; for a quarantined message as far as it could be read
 * @param hops the Received lines, top first
 * @param date the Date field as an instant; null where it is missing or cannot be read
 * @param from the mailboxes of the From field
 * @param defects in order of their offset
 */
public record ParsedMessage(
    Outcome outcome,
    @Nullable String quarantineReason,
    long length,
    List<HeaderField> headers,
    Part root,
    List<Hop> hops,
    @Nullable Instant date,
    List<Mailbox> from,
    List<Defect> defects) {

  /** How reading a message ended. */
  public enum Outcome {
    /** Nothing departs from the standards in a way the catalogue knows. */
    PARSED,
    /** Read as a whole; the defects say what departs. */
    PARSED_WITH_DEFECTS,
    /** Not read as a whole; kept, with the reason. */
    QUARANTINED
  }

  public ParsedMessage {
    headers = List.copyOf(headers);
    hops = List.copyOf(hops);
    from = List.copyOf(from);
    defects = List.copyOf(defects);
  }

  /** The first field of that name. */
  public Optional<HeaderField> header(String name) {
    return headers.stream().filter(h -> h.is(name)).findFirst();
  }

  /** The decoded subject; empty where there is none. */
  public String subject() {
    return header("Subject").map(HeaderField::value).orElse("");
  }

  /** The Message-ID as written, with its angle brackets; empty where there is none. */
  public String messageId() {
    return header("Message-ID").map(HeaderField::value).orElse("");
  }

  /** All parts, in the order of the message. */
  public Stream<Part> parts() {
    return root.walk();
  }
}
