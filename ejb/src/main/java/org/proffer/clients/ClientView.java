package org.proffer.clients;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client.
 *
 * @param closedAt when the work for it ended; null while it goes on
 * @param role what the person who asks is to it, in capitals
 */
public record ClientView(
    UUID id, String name, Instant openedAt, @Nullable Instant closedAt, int version, String role) {
  /** Whether the work for it ended. */
  public boolean isClosed() {
    return closedAt != null;
  }
}
