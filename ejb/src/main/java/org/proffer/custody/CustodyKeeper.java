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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.proffer.access.RowIdentity;
import org.proffer.ledger.Frontier;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.LogReading;
import org.proffer.platform.Places;

/**
 * Keeps the custody log: looks every second whether something was added and signs a head over it,
 * and reads the whole log again at the start and every hour.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CustodyKeeper {
  /** Name of the log in its heads. */
  static final String ORIGIN = "proffer/custody";

  private static final Duration READ_EVERY = Duration.ofHours(1);

  @Resource private TimerService timers;
  @Inject private Places places;
  @Inject private CustodyLeaves leaves;
  @Inject private CustodyAlarm alarm;
  @Inject private Clock clock;

  private final ReentrantLock one = new ReentrantLock();
  private volatile Instant readAt = Instant.MIN;
  private volatile long headSize;

  @PostConstruct
  void begin() {
    timers.createIntervalTimer(1_000, 1_000, new TimerConfig("custody log", false));
  }

  /** What is due, unless the turn before is still at work. */
  @Timeout
  void turn(Timer timer) {
    if (!one.tryLock()) {
      return;
    }
    try {
      RowIdentity.asPortal(
          () -> {
            work();
            return true;
          });
    } catch (RuntimeException e) {
      alarm.raise(
          CustodyAlarm.Trouble.NO_HEADS, "The custody log could not be kept: " + e.getMessage());
      CustodyLogMessages.LOG.failed(e);
    } finally {
      one.unlock();
    }
  }

  private void work() {
    Instant now = clock.instant();
    if (readAt.equals(Instant.MIN)) {
      leaves.placeOld();
    }
    if (readAt.equals(Instant.MIN) || !now.isBefore(readAt.plus(READ_EVERY))) {
      readAgain(now);
    }
    if (alarm.troubles().containsKey(CustodyAlarm.Trouble.NOT_THE_LOG_THAT_WAS_SIGNED)) {
      return; // no head over what nobody signed for
    }
    Frontier log = leaves.log();
    if (log.size() > headSize) {
      sign(log, now);
    } else {
      alarm.clear(CustodyAlarm.Trouble.NO_HEADS); // every event has its head
    }
  }

  private void sign(Frontier log, Instant now) {
    try {
      heads().append(new Head(ORIGIN, log.size(), log.root(), now));
      headSize = log.size();
      alarm.clear(CustodyAlarm.Trouble.NO_HEADS);
    } catch (IOException e) {
      alarm.raise(CustodyAlarm.Trouble.NO_HEADS, "The head cannot be written: " + e.getMessage());
    }
  }

  /** Reads the whole log and compares it with the heads outside the database. */
  private void readAgain(Instant now) {
    try {
      List<Head> signed = signed();
      LogReading reading = leaves.read(signed);
      reading
          .wrong()
          .ifPresentOrElse(
              wrong -> alarm.raise(CustodyAlarm.Trouble.NOT_THE_LOG_THAT_WAS_SIGNED, wrong),
              () -> {
                alarm.clear(CustodyAlarm.Trouble.NOT_THE_LOG_THAT_WAS_SIGNED);
                CustodyLogMessages.LOG.verified(reading.log().size(), signed.size());
              });
      compareRegister();
      headSize = signed.isEmpty() ? 0 : signed.get(signed.size() - 1).size();
      readAt = now;
    } catch (IOException e) {
      alarm.raise(CustodyAlarm.Trouble.NO_HEADS, "The heads cannot be read: " + e.getMessage());
      throw new IllegalStateException("the heads of the custody log cannot be read", e);
    }
  }

  /** Compares what lists and acts rely on with the events that alone are signed. */
  private void compareRegister() {
    List<String> differing = leaves.differing();
    if (differing.isEmpty()) {
      alarm.clear(CustodyAlarm.Trouble.REGISTER_DIFFERS);
    } else {
      alarm.raise(
          CustodyAlarm.Trouble.REGISTER_DIFFERS,
          "The register does not say what the custody says of item "
              + String.join(", item ", differing)
              + ".");
    }
  }

  /** Signs a head over what was added, now rather than at the next turn. */
  public void signNow() {
    one.lock();
    try {
      RowIdentity.asPortal(
          () -> {
            work();
            return true;
          });
    } finally {
      one.unlock();
    }
  }

  /** Reads the whole log now and compares it with the heads. */
  public void readNow() {
    one.lock();
    try {
      RowIdentity.asPortal(
          () -> {
            readAgain(clock.instant());
            return true;
          });
    } finally {
      one.unlock();
    }
  }

  /** When the whole log was last read; {@link Instant#MIN} before the first time. */
  public Instant readAt() {
    return readAt;
  }

  private List<Head> signed() throws IOException {
    HeadsFile file = heads();
    List<Head> signed = new ArrayList<>();
    for (String note : file.notes()) {
      file.verifier().verify(note).ifPresent(signed::add);
    }
    return signed;
  }

  /** The heads outside the database. */
  public HeadsFile heads() throws IOException {
    return HeadsFile.open(places.ledger(), "custody", ORIGIN);
  }
}
