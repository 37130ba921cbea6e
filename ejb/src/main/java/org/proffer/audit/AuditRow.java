package org.proffer.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.LoggedAct;

/**
 * An entry of the audit log as it is read.
 *
 * @param place in the log, from 0; null while it has none yet
 */
public record AuditRow(@Nullable Long place, LoggedAct act) {

  /** The columns of a row in the order of {@link #of}; the table is e, its place l. */
  static final String COLUMNS =
      "l.place, e.id, e.at, e.actor, e.action, e.case_id, e.object_type, e.object_id, e.outcome,"
          + " e.detail, e.address, e.session, e.bytes, e.value_before, e.value_after";

  static AuditRow of(Object[] c) {
    return new AuditRow(
        (Long) c[0],
        new LoggedAct(
            ((Number) c[1]).longValue(),
            (Instant) c[2],
            (String) c[3],
            (String) c[4],
            (UUID) c[5],
            (String) c[6],
            (String) c[7],
            (String) c[8],
            (String) c[9],
            (String) c[10],
            (String) c[11],
            (Long) c[12],
            (String) c[13],
            (String) c[14]));
  }
}
