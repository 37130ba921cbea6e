package org.proffer.evidence;

import org.proffer.platform.Refusal;

/** An item does not pass on as was asked. */
public final class TransferRefused extends Refusal {
  private TransferRefused(String detail, String next) {
    super(Kind.CONFLICT, "The item is not passed on", detail, next);
  }

  static TransferRefused notTheHolder(EvidenceView item) {
    return new TransferRefused(
        "Item " + item.number() + " is held by " + item.holder() + ", who alone can offer it.",
        "Ask the holder, or a supervising attorney.");
  }

  static TransferRefused destroyed(EvidenceView item) {
    return new TransferRefused(
        "Item " + item.number() + " was destroyed at " + item.destroyedAt() + ".",
        "Look at its custody.");
  }

  static TransferRefused out(EvidenceView item) {
    return new TransferRefused(
        "Item " + item.number() + " is out, with " + item.outTo() + ".", "Check it in first.");
  }

  static TransferRefused offeredAlready(EvidenceView item, String to) {
    return new TransferRefused(
        "Item " + item.number() + " is offered to " + to + " already.",
        "Wait for the answer, or withdraw that offer.");
  }

  static TransferRefused ended(TransferView offer) {
    TransferView.Outcome how = offer.outcome();
    return new TransferRefused(
        "This offer has ended: "
            + (how == null ? "" : how.label().toLowerCase(java.util.Locale.ROOT))
            + ".",
        "Look at the custody of the item.");
  }

  static TransferRefused notForYou(TransferView offer) {
    return new TransferRefused(
        "The offer is for " + offer.to() + ", who alone can answer it.",
        "Let that person log in and answer.");
  }
}
