package org.proffer.parties;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A party.
 *
 * @param role for example {@code DEFENDANT}
 * @param defendantNumber the number in D-1, D-2 ...; null for others
 * @param description in a sentence
 * @param certainty how sure the description is
 */
public record PartyView(
    UUID id,
    String name,
    String role,
    @Nullable Integer defendantNumber,
    String description,
    String certainty) {

  /** {@code D-1}, or empty. */
  public String designation() {
    return defendantNumber == null ? "" : "D-" + defendantNumber;
  }
}
