package org.proffer.cases;

import java.util.UUID;
import org.proffer.platform.Ids;

/** Identity of a case. */
public record CaseId(UUID value) {
  /** Reads an id that came from outside. */
  public static CaseId parse(String text) {
    return new CaseId(Ids.parse("case", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
