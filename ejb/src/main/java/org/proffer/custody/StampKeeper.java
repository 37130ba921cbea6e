package org.proffer.custody;

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
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.proffer.ledger.Head;
import org.proffer.platform.Places;

/**
 * Has the newest head of the custody log stamped from time to time, where an authority is named.
 * That the authority does not answer is no alarm until a head has waited for a stamp for a day.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StampKeeper {
  static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final long TURN_MILLIS = 30_000;

  @Resource private TimerService timers;
  @Inject private HeadStamps stamps;
  @Inject private CustodyKeeper keeper;
  @Inject private CustodyAlarm alarm;
  @Inject private Places places;
  @Inject private Clock clock;

  private final AtomicBoolean working = new AtomicBoolean();

  @PostConstruct
  void begin() {
    if (stamps.isAsked()) {
      timers.createIntervalTimer(
          TURN_MILLIS, TURN_MILLIS, new TimerConfig("time stamps of custody", false));
    }
  }

  /** What is due, unless the turn before still waits for the authority. */
  @Timeout
  void turn(Timer timer) {
    if (!working.compareAndSet(false, true)) {
      return;
    }
    try {
      work();
    } catch (IOException | RuntimeException e) {
      CustodyLogMessages.LOG.notStamped(e);
    } finally {
      working.set(false);
    }
  }

  private void work() throws IOException {
    List<String> notes = keeper.heads().notes();
    if (notes.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    String newest = notes.get(notes.size() - 1);
    long stamped = stamps.last().map(last -> last.head().size()).orElse(0L);
    Instant due =
        stamps
            .last()
            .map(last -> last.stamp().at().plus(Duration.ofMinutes(places.timeStampMinutes())))
            .orElse(Instant.MIN);
    if (Head.of(newest).size() == stamped || now.isBefore(due)) {
      return;
    }
    try {
      stamps.stamp(newest);
      alarm.clear(CustodyAlarm.Trouble.NO_TIME_STAMPS);
    } catch (IOException e) {
      if (waitsSince(notes, stamped).plus(LONGEST_WAIT).isBefore(now)) {
        alarm.raise(
            CustodyAlarm.Trouble.NO_TIME_STAMPS,
            "Heads have had no time stamp for more than a day: " + e.getMessage() + ".");
      }
      throw e;
    }
  }

  /** When the oldest head was signed that no stamp is over, or over one after it. */
  private static Instant waitsSince(List<String> notes, long stamped) {
    return notes.stream()
        .map(Head::of)
        .filter(head -> head.size() > stamped)
        .map(Head::at)
        .findFirst()
        .orElse(Instant.MAX.minus(LONGEST_WAIT));
  }
}
