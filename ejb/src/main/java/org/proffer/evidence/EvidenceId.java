package org.proffer.evidence;

import java.util.UUID;
import org.proffer.platform.Ids;

/** Identity of an evidence item. */
public record EvidenceId(UUID value) {
  /** Reads an id that came from outside. */
  public static EvidenceId parse(String text) {
    return new EvidenceId(Ids.parse("evidence item", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
