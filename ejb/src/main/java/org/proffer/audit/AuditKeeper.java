package org.proffer.audit;

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
import org.jspecify.annotations.Nullable;
import org.proffer.access.RowIdentity;
import org.proffer.ledger.Frontier;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadsFile;
import org.proffer.platform.Places;

/**
 * Keeps the audit log: every second gives places to new rows, signs a head after twenty of them or
 * ten seconds, tries every twenty seconds whether the log can be written, and reads it all again at
 * the start and every hour.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditKeeper {
  /** Name of the log in its heads. */
  static final String ORIGIN = "proffer/audit";

  private static final long HEAD_AFTER_ENTRIES = 20;
  private static final Duration HEAD_AFTER = Duration.ofSeconds(10);
  private static final Duration TRY_EVERY = Duration.ofSeconds(20);
  private static final Duration READ_EVERY = Duration.ofHours(1);

  @Resource private TimerService timers;
  @Inject private Places places;
  @Inject private AuditLeaves leaves;
  @Inject private AuditAlarm alarm;
  @Inject private AuditRetention retention;
  @Inject private Clock clock;

  private final ReentrantLock one = new ReentrantLock();
  private volatile @Nullable Frontier log;
  private volatile Instant headAt = Instant.MIN;
  private volatile Instant triedAt = Instant.MIN;
  private volatile Instant readAt = Instant.MIN;
  private volatile long headSize;

  @PostConstruct
  void begin() {
    timers.createIntervalTimer(1_000, 1_000, new TimerConfig("audit log", false));
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
      log = null; // read again what the database holds
      alarm.raise(AuditAlarm.Trouble.UNWRITABLE, "The log could not be kept: " + e.getMessage());
      AuditLogMessages.LOG.failed(e);
    } finally {
      one.unlock();
    }
  }

  private void work() {
    Instant now = clock.instant();
    if (due(triedAt, TRY_EVERY, now)) {
      tryToWrite();
      triedAt = now;
    }
    if (due(readAt, READ_EVERY, now)) {
      retention.removeOld();
    }
    Frontier current = log;
    if (current == null || due(readAt, READ_EVERY, now)) {
      current = readAgain();
      readAt = now;
    }
    if (alarm.troubles().containsKey(AuditAlarm.Trouble.NOT_THE_LOG_THAT_WAS_SIGNED)) {
      return; // no head over what nobody signed for
    }
    current = leaves.extend(current);
    log = current;
    long unsigned = current.size() - headSize;
    if (unsigned >= HEAD_AFTER_ENTRIES || (unsigned > 0 && due(headAt, HEAD_AFTER, now))) {
      sign(current, now);
    }
  }

  private static boolean due(Instant last, Duration every, Instant now) {
    return last.equals(Instant.MIN) || !now.isBefore(last.plus(every));
  }

  private void tryToWrite() {
    try {
      leaves.tryToWrite();
    } catch (AuditLeaves.Written written) {
      alarm.clear(AuditAlarm.Trouble.UNWRITABLE);
    } catch (RuntimeException e) {
      alarm.raise(AuditAlarm.Trouble.UNWRITABLE, "A row cannot be written.");
    }
  }

  private void sign(Frontier current, Instant now) {
    try {
      heads().append(new Head(ORIGIN, current.size(), current.root(), now));
      headSize = current.size();
      headAt = now;
      alarm.clear(AuditAlarm.Trouble.NO_HEADS);
    } catch (IOException e) {
      alarm.raise(AuditAlarm.Trouble.NO_HEADS, "The head cannot be written: " + e.getMessage());
    }
  }

  /** Reads the whole log and compares it with the heads outside the database. */
  private Frontier readAgain() {
    try {
      List<Head> signed = signed();
      AuditLeaves.Reading reading = leaves.read(signed);
      String wrong = reading.wrong();
      if (wrong == null) {
        alarm.clear(AuditAlarm.Trouble.NOT_THE_LOG_THAT_WAS_SIGNED);
        AuditLogMessages.LOG.verified(reading.log().size(), signed.size());
      } else {
        alarm.raise(AuditAlarm.Trouble.NOT_THE_LOG_THAT_WAS_SIGNED, wrong);
      }
      headSize = signed.isEmpty() ? 0 : signed.get(signed.size() - 1).size();
      return reading.log();
    } catch (IOException e) {
      alarm.raise(AuditAlarm.Trouble.NO_HEADS, "The heads cannot be read: " + e.getMessage());
      throw new IllegalStateException("the heads of the audit log cannot be read", e);
    }
  }

  /** Reads the whole log now and compares it with the heads. */
  public void readNow() {
    one.lock();
    try {
      log =
          RowIdentity.asPortal(
              () -> {
                Frontier read = readAgain();
                readAt = clock.instant();
                return read;
              });
    } finally {
      one.unlock();
    }
  }

  /** When the whole log was last read; {@link Instant#MIN} before the first time. */
  public Instant readAt() {
    return readAt;
  }

  /** The signed heads, oldest first. */
  public List<String> notes() throws IOException {
    return heads().notes();
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
    return HeadsFile.open(places.ledger(), "audit", ORIGIN);
  }
}
