package org.proffer.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * When the person whose request runs last proved who they are. What exposes what was closed, and
 * what changes logins, asks for a proof that is not old.
 */
public final class FreshProof {
  /** How long a proof is fresh; the end is not included. */
  public static final Duration FRESH = Duration.ofMinutes(10);

  private static final ThreadLocal<@Nullable Instant> PROVED = new ThreadLocal<>();

  private FreshProof() {}

  /**
   * Does the work of a request.
   *
   * @param provedAt when the person proved who they are; {@link Instant#EPOCH} if that is not known
   */
  public static <T> T since(Instant provedAt, Callable<T> work) throws Exception {
    Instant before = PROVED.get();
    PROVED.set(provedAt);
    try {
      return work.call();
    } finally {
      if (before == null) {
        PROVED.remove();
      } else {
        PROVED.set(before);
      }
    }
  }

  /** Whether it is old; never for work that no request asked for. */
  static boolean isOld(Clock clock) {
    Instant provedAt = PROVED.get();
    return provedAt != null && !clock.instant().isBefore(provedAt.plus(FRESH));
  }
}
