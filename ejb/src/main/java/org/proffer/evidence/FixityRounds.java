package org.proffer.evidence;

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
import java.util.concurrent.locks.ReentrantLock;
import org.proffer.access.RowIdentity;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.Places;

/**
 * Hashes every item of the vault again from time to time: every minute those whose last check is
 * older than {@code PROFFER_FIXITY_DAYS}, until half a minute is over.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FixityRounds {
  private static final long EVERY = Duration.ofMinutes(1).toMillis();
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int AT_ONCE = 20;

  @Resource private TimerService timers;
  @Inject private FixityRegister register;
  @Inject private Erasure erasure;
  @Inject private Places places;
  @Inject private Clock clock;

  private final ReentrantLock one = new ReentrantLock();

  @PostConstruct
  void begin() {
    timers.createIntervalTimer(EVERY, EVERY, new TimerConfig("fixity", false));
  }

  /** Checks what is due, unless the round before is still at work. */
  @Timeout
  void round(Timer timer) {
    if (one.tryLock()) {
      try {
        RowIdentity.asPortal(
            () -> {
              go();
              return true;
            });
      } finally {
        one.unlock();
      }
    }
  }

  private void go() {
    java.time.Instant until = clock.instant().plus(LONGEST);
    java.time.Instant since = clock.instant().minus(Duration.ofDays(places.fixityDays()));
    for (EvidenceView item : register.notCheckedSince(since, AT_ONCE)) {
      if (clock.instant().isAfter(until)) {
        return;
      }
      register.checked(item, AuditTrail.SYSTEM);
    }
    register.sayWhatIsDamaged();
    erasure.leftovers();
  }
}
