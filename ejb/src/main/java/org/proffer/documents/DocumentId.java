package org.proffer.documents;

import java.util.UUID;
import org.proffer.platform.Ids;

/** Identity of a document. */
public record DocumentId(UUID value) {
  /** Reads an id that came from outside. */
  public static DocumentId parse(String text) {
    return new DocumentId(Ids.parse("document", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
