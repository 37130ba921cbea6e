package org.proffer.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to destroy an item.
 *
 * @param authority on what authority, for example an order
 * @param approvedBy another than the one who asked; null before
 * @param notBefore the first moment at which it can be done; null before the approval
 * @param outcome how it ended; null while it is open
 */
public record DestructionView(
    EvidenceId itemId,
    String reason,
    String authority,
    Instant requestedAt,
    String requestedBy,
    @Nullable Instant approvedAt,
    @Nullable String approvedBy,
    @Nullable Instant notBefore,
    @Nullable Instant endedAt,
    @Nullable String endedBy,
    @Nullable Outcome outcome) {

  /** How such a request ends. */
  public enum Outcome {
    /** The item is gone. */
    DESTROYED,
    /** The supervising attorney said no. */
    REFUSED,
    /** Who asked took it back. */
    WITHDRAWN
  }

  /** Whether it waits for an approval. */
  public boolean isWaiting() {
    return outcome == null && approvedAt == null;
  }

  /** Whether it was approved and is not done yet. */
  public boolean isApproved() {
    return outcome == null && approvedAt != null;
  }
}
