package org.proffer.evidence;

import org.proffer.platform.Refusal;

/** The bytes in the vault are not those that were received. */
public final class ItemDamaged extends Refusal {
  ItemDamaged(EvidenceView item) {
    super(
        Kind.CONFLICT,
        "The bytes are not those that were received",
        "Item "
            + item.number()
            + ", “"
            + item.title()
            + "”, was received with SHA-256 "
            + item.sha256()
            + ". What the vault holds now is something else, so nothing is shown or made of it.",
        "Ask the administrator to bring the object back from a backup, then check the item again.");
  }
}
