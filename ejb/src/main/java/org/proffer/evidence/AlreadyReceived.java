package org.proffer.evidence;

import org.proffer.platform.Refusal;

/** The same bytes are on the case already. */
public final class AlreadyReceived extends Refusal {
  private final EvidenceId item;

  AlreadyReceived(EvidenceView item) {
    super(
        Kind.CONFLICT,
        "Already on this case",
        "These bytes are item "
            + item.number()
            + ", “"
            + item.title()
            + "”, received "
            + item.receivedAt()
            + " (SHA-256 "
            + item.sha256()
            + "). They were not stored twice.",
        "Open item " + item.number() + ".");
    this.item = item.id();
  }

  /** The item that has the bytes. */
  public EvidenceId item() {
    return item;
  }
}
