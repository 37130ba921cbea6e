package org.proffer.evidence;

import org.proffer.platform.Refusal;

/** What was to be entered in the custody of an item does not fit how the item stands. */
public final class HandlingRefused extends Refusal {
  HandlingRefused(EvidenceView item, String detail, String next) {
    super(
        Kind.CONFLICT,
        "That does not fit how the item stands",
        "Item " + item.number() + " " + detail,
        next);
  }

  static HandlingRefused destroyed(EvidenceView item) {
    return new HandlingRefused(
        item, "was destroyed at " + item.destroyedAt() + ".", "Look at its custody.");
  }

  static HandlingRefused notYours(EvidenceView item) {
    return new HandlingRefused(
        item,
        "is held by "
            + item.holder()
            + ". What is done with it is entered by the holder, by who has it for a while, by an"
            + " evidence custodian or by a supervising attorney.",
        "Ask the holder, or let the item be transferred first.");
  }
}
