package org.proffer.audit;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from; known to everything that the thread of the request does.
 *
 * @param address of the network
 * @param session a name for the session that cannot be used to enter it; null without one
 */
public record Origin(String address, @Nullable String session) {
  private static final ThreadLocal<@Nullable Origin> CURRENT = new ThreadLocal<>();

  /** Where the work of this thread was asked for; null for work of the portal itself. */
  static @Nullable Origin current() {
    return CURRENT.get();
  }

  /** Does the work of a request. */
  public static <T> T from(Origin origin, Callable<T> work) throws Exception {
    Origin before = CURRENT.get();
    CURRENT.set(origin);
    try {
      return work.call();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }
}
