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
  /**
   * How long a proof is fresh; the end is not included. Ten minutes, or the seconds that {@code
   * PROFFER_FRESH_SECONDS} in the environment says.
   */
  public static final Duration FRESH = fresh(System.getenv("PROFFER_FRESH_SECONDS"));

  private static final ThreadLocal<@Nullable Instant> PROVED = new ThreadLocal<>();

  private FreshProof() {}

  /**
   * Reads the configuration.
   *
   * @throws IllegalArgumentException if it is not one second to twelve hours, after which no
   *     session goes on
   */
  static Duration fresh(@Nullable String seconds) {
    if (seconds == null || seconds.isBlank()) {
      return Duration.ofMinutes(10);
    }
    if (!seconds.strip().matches("\\d{1,5}")
        || Integer.parseInt(seconds.strip()) < 1
        || Integer.parseInt(seconds.strip()) > 43_200) {
      throw new IllegalArgumentException(
          "PROFFER_FRESH_SECONDS: “" + seconds + "” is no number of seconds from 1 to 43200");
    }
    return Duration.ofSeconds(Integer.parseInt(seconds.strip()));
  }

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
