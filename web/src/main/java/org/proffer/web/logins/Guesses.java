package org.proffer.web.logins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many logins failed from where. Five failures lock a login, so that whoever knows names could
 * lock a whole office; after fifty from one address within fifteen minutes nothing more is tried
 * from there.
 */
@ApplicationScoped
class Guesses {
  static final int MOST = 50;
  static final Duration WITHIN = Duration.ofMinutes(15);
  private static final int MOST_ADDRESSES = 10_000;

  @Inject private Clock clock;

  private final Map<String, ArrayDeque<Instant>> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArrayDeque<Instant>> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  synchronized boolean areTooMany(String address) {
    ArrayDeque<Instant> times = failures.get(address);
    if (times == null) {
      return false;
    }
    Instant since = clock.instant().minus(WITHIN);
    while (!times.isEmpty() && times.peekFirst().isBefore(since)) {
      times.removeFirst();
    }
    return times.size() >= MOST;
  }

  synchronized void failed(String address) {
    ArrayDeque<Instant> times = failures.computeIfAbsent(address, a -> new ArrayDeque<>());
    times.addLast(clock.instant());
    while (times.size() > MOST) {
      times.removeFirst();
    }
  }
}
