package org.proffer.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much of a minute's worth each has used. As many as a minute allows may come at once; each
 * comes back after its share of a minute. What was not asked for longest is forgotten beyond
 * 20,000.
 */
final class PaceMeter {
  private static final int MOST_KEPT = 20_000;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos() / 1_000;

  /** Until when each has paid, in microseconds since the epoch. */
  private final Map<String, Long> paidUntil =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * Takes one.
   *
   * @param aMinute how many there are in a minute
   * @return how long to wait until there is one, in which case none was taken; zero if it was
   */
  synchronized Duration pay(String who, int aMinute, Instant at) {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    long share = MINUTE / aMinute;
    long paid = Math.max(paidUntil.getOrDefault(who, now), now);
    long wait = paid - now - share * (aMinute - 1);
    if (wait > 0) {
      return Duration.of(wait, ChronoUnit.MICROS);
    }
    paidUntil.put(who, paid + share);
    return Duration.ZERO;
  }
}
