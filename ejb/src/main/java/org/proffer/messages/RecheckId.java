package org.proffer.messages;

import java.util.UUID;
import org.proffer.platform.Ids;

/** Identity of a re-check. */
public record RecheckId(UUID value) {
  /** Reads an id that came from outside. */
  public static RecheckId parse(String text) {
    return new RecheckId(Ids.parse("re-check", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
