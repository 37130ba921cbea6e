package org.proffer.messages;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * After an update to a version that knows more of a message, for search or for trends: reads the
 * older ones anew, every minute for half a minute until none is left. Until then each result says
 * how many wait.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SearchUpkeep {
  private static final long EVERY = Duration.ofMinutes(1).toMillis();
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int AT_ONCE = 100;

  @Resource private TimerService timers;
  @Inject private OlderSearch older;
  @Inject private OlderTraits untraced;
  @Inject private Clock clock;

  private final ReentrantLock one = new ReentrantLock();

  @PostConstruct
  void begin() {
    timers.createIntervalTimer(EVERY, EVERY, new TimerConfig("search upkeep", false));
  }

  /** Goes on, unless the round before is still at work. */
  @Timeout
  void round(Timer timer) {
    if (one.tryLock()) {
      try {
        Instant until = clock.instant().plus(LONGEST);
        while (clock.instant().isBefore(until) && older.some(AT_ONCE) == AT_ONCE) {
          // one portion a transaction
        }
        while (clock.instant().isBefore(until) && untraced.some(AT_ONCE) == AT_ONCE) {
          // one portion a transaction
        }
      } finally {
        one.unlock();
      }
    }
  }
}
