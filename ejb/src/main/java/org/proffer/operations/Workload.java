package org.proffer.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts and times of the whole database; asked as the portal itself, never case by case. */
@ApplicationScoped
class Workload {
  @PersistenceContext private EntityManager entities;

  /**
   * What there is to do and what was done.
   *
   * @param imports number of imports by state
   * @param waitingSince when the oldest import that is not finished began; null if none is open
   * @param unplaced entries of the audit log that have no place in it yet
   * @param custody number of custody events
   * @param custodyAt when the newest of them was
   * @param failedLogins in the last hour
   * @param failedLoginsOfTheDay in the last 24 hours
   * @param backupAt when the last backup was completed; null if there was none
   * @param schema version of the database's schema
   */
  record Counts(
      Map<String, Long> imports,
      @Nullable Instant waitingSince,
      long unplaced,
      long custody,
      @Nullable Instant custodyAt,
      long failedLogins,
      long failedLoginsOfTheDay,
      @Nullable Instant backupAt,
      String schema) {}

  /** Counts now. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Counts now() {
    Map<String, Long> imports = new TreeMap<>();
    for (Object each :
        entities
            .createNativeQuery("select state, count(*) from proffer.import_run group by state")
            .getResultList()) {
      Object[] row = (Object[]) each;
      imports.put(String.valueOf(row[0]), ((Number) row[1]).longValue());
    }
    return new Counts(
        imports,
        time("select min(started_at) from proffer.import_run where finished_at is null"),
        number("select count(*) from proffer.audit_pending"),
        number("select count(*) from proffer.custody_event"),
        time("select max(at) from proffer.custody_event"),
        failedLogins("1 hour"),
        failedLogins("24 hours"),
        time(
            "select max(at) from proffer.audit_entry where action = 'BACK_UP' and outcome = 'DONE'"),
        String.valueOf(
            entities.createNativeQuery("select proffer.schema_version()").getSingleResult()));
  }

  private long failedLogins(String within) {
    return number(
        "select count(*) from proffer.audit_entry where action = 'LOGIN' and outcome = 'FAILED'"
            + " and at > now() - interval '"
            + within
            + "'");
  }

  private long number(String query) {
    return ((Number) entities.createNativeQuery(query).getSingleResult()).longValue();
  }

  private @Nullable Instant time(String query) {
    return (Instant) entities.createNativeQuery(query).getSingleResult();
  }
}
