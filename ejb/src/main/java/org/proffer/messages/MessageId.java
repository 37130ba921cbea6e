package org.proffer.messages;

import java.util.UUID;
import org.proffer.platform.Ids;

/** Identity of a message in the portal (not the Message-ID field). */
public record MessageId(UUID value) {
  /** Reads an id that came from outside. */
  public static MessageId parse(String text) {
    return new MessageId(Ids.parse("message", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
