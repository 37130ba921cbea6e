package org.proffer.messages;

import java.util.UUID;
import org.proffer.platform.Ids;

/** Identity of an import. */
public record ImportId(UUID value) {
  /** Reads an id that came from outside. */
  public static ImportId parse(String text) {
    return new ImportId(Ids.parse("import", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
