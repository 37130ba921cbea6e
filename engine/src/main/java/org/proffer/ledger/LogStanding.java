package org.proffer.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a log stands.
 *
 * @param troubles what is wrong, a sentence each; empty while all is well
 * @param readAt when the whole log was last compared with the heads outside the database; null
 *     before the first time
 * @param head the newest signed head; null before the first
 * @param key that checks the heads, Base64 of its X.509 form
 */
public record LogStanding(
    List<String> troubles, @Nullable Instant readAt, @Nullable Head head, String key) {
  /** Copies the troubles. */
  public LogStanding {
    troubles = List.copyOf(troubles);
  }
}
