package org.proffer.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer to pass an item on.
 *
 * @param from who holds the item
 * @param to who is to hold it
 * @param offeredBy who offered it: the holder, or a supervising attorney in the holder's place
 * @param authority on what authority; empty where none was named
 * @param endedAt when it was taken, declined or withdrawn; null while it is open
 * @param outcome how it ended; null while it is open
 */
public record TransferView(
    UUID id,
    EvidenceId itemId,
    String from,
    String to,
    String offeredBy,
    Instant offeredAt,
    String reason,
    String authority,
    @Nullable Instant endedAt,
    @Nullable Outcome outcome) {

  /** How an offer ends. */
  public enum Outcome {
    /** The other holds the item. */
    TAKEN("Taken over"),
    /** The other did not take it. */
    DECLINED("Declined"),
    /** The one who offered took the offer back. */
    WITHDRAWN("Withdrawn");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }
}
