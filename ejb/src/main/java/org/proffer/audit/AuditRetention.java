package org.proffer.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.proffer.platform.Places;

/**
 * Removes rows whose time is over. Their hashes stay, so that the log goes on to prove the rest,
 * and an entry says what was removed.
 */
@ApplicationScoped
class AuditRetention {
  @Inject private AuditLeaves leaves;
  @Inject private AuditTrail audit;
  @Inject private Places places;
  @Inject private Clock clock;

  /** Removes what is older than the configured time; all in one transaction. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void removeOld() {
    Instant olderThan = clock.instant().minus(Duration.ofDays(places.auditDays()));
    long before = leaves.remove(olderThan);
    if (before > 0) {
      audit.record(
          AuditTrail.SYSTEM,
          "REMOVE_AUDIT",
          null,
          "audit place",
          before,
          "rows before this place, older than " + olderThan);
    }
  }
}
