package org.proffer.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the audit log, in the transaction of what it records: if the row cannot be written,
 * nothing is done.
 */
@ApplicationScoped
public class AuditTrail {
  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * Records that something was done or seen.
   *
   * @param actor login of the person, or {@code system}
   * @param action what, in capitals with underscores
   * @param caseId the case it concerns, if any
   * @param objectType the kind of thing, for example {@code evidence}
   * @param objectId which one
   * @param detail ids and counts; no names, addresses or message text
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(
      String actor,
      String action,
      @Nullable UUID caseId,
      String objectType,
      Object objectId,
      String detail) {
    entities.persist(
        new AuditEntry(
            clock.instant(),
            actor,
            action,
            caseId,
            objectType,
            objectId.toString(),
            "DONE",
            detail));
  }
}
