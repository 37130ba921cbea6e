package org.proffer.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages that one reviewer works through.
 *
 * @param number within the case
 * @param query what it was made from
 * @param size messages in it
 * @param coded of them with a tag
 * @param reviewer who has it checked out; null for nobody
 * @param finishedAt when it was finished; null while it is not
 */
public record Batch(
    UUID id,
    int number,
    String query,
    int size,
    long coded,
    @Nullable String reviewer,
    @Nullable Instant checkedOutAt,
    @Nullable Instant finishedAt) {

  /** How it stands, as a person reads it. */
  public String state() {
    return finishedAt != null ? "Finished" : reviewer != null ? "Checked out" : "Free";
  }
}
