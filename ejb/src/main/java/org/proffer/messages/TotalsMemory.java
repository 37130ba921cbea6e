package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps what was counted over many messages until something it rests on has changed. While an
 * import or a re-check runs, that is all the time; a count of ten seconds ago is then good enough,
 * and every page says that it runs.
 */
@ApplicationScoped
class TotalsMemory {
  private static final int MOST = 300;
  private static final Duration WHILE_RUNNING = Duration.ofSeconds(10);

  @Inject private Clock clock;

  private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  private record Kept(String stamp, Instant at, Object value) {}

  /**
   * What is kept, or what is counted now.
   *
   * @param key what is counted, and for whom
   * @param stamp how what it rests on stands, read before it is counted
   * @param running whether that changes all the time just now
   */
  <T> T get(String key, String stamp, boolean running, Class<T> type, Supplier<T> counting) {
    synchronized (kept) {
      Kept before = kept.get(key);
      if (before != null && (before.stamp().equals(stamp) || (running && isFresh(before)))) {
        return type.cast(before.value());
      }
    }
    T value = counting.get();
    synchronized (kept) {
      kept.put(key, new Kept(stamp, clock.instant(), value));
      if (kept.size() > MOST) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return value;
  }

  private boolean isFresh(Kept before) {
    return before.at().plus(WHILE_RUNNING).isAfter(clock.instant());
  }
}
