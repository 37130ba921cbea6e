package org.proffer.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.LoggedAct;
import org.proffer.ledger.TreeHash;

/**
 * An entry of the audit log as it is read.
 *
 * @param id of the row; its place in the log is another number
 * @param place in the log, from 0; null while it has none yet
 * @param at when, UTC, in microseconds
 * @param address where from; null for the portal's own work
 * @param session a name of the session; null without one
 */
public record AuditRow(
    long id,
    @Nullable Long place,
    Instant at,
    String actor,
    String action,
    @Nullable UUID caseId,
    String objectType,
    String objectId,
    String outcome,
    String detail,
    @Nullable String address,
    @Nullable String session,
    @Nullable Long bytes,
    @Nullable String before,
    @Nullable String after) {

  /** The columns of a row in the order of {@link #of}; the table is e, its place l. */
  static final String COLUMNS =
      "e.id, l.place, e.at, e.actor, e.action, e.case_id, e.object_type, e.object_id, e.outcome,"
          + " e.detail, e.address, e.session, e.bytes, e.value_before, e.value_after";

  static AuditRow of(Object[] c) {
    return new AuditRow(
        ((Number) c[0]).longValue(),
        (Long) c[1],
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
        (String) c[14]);
  }

  /** The bytes of the leaf, as text. */
  public String leaf() {
    return entry().leaf();
  }

  private LoggedAct entry() {
    return new LoggedAct(
        id,
        at,
        actor,
        action,
        caseId,
        objectType,
        objectId,
        outcome,
        detail,
        address,
        session,
        bytes,
        before,
        after);
  }

  /** The hash of the leaf. */
  TreeHash hash() {
    return entry().hash();
  }
}
