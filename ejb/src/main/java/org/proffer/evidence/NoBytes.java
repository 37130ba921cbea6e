package org.proffer.evidence;

import org.proffer.platform.Refusal;

/** The item has no bytes. */
public final class NoBytes extends Refusal {
  NoBytes(EvidenceView item) {
    super(
        Kind.CONFLICT,
        "The item has no bytes",
        "Item "
            + item.number()
            + ", “"
            + item.title()
            + (item.destroyedAt() == null
                ? "”, is a physical thing."
                : "”, was destroyed at " + item.destroyedAt() + "; its custody says by whom."),
        item.destroyedAt() == null
            ? "Look at the thing itself, or at an item that was copied from it."
            : "Look at its custody.");
  }
}
