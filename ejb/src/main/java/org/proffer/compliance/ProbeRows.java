package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.NativeRows;

/** Reads which watches are due, and writes what their probes saw. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ProbeRows {
  @PersistenceContext private EntityManager entities;

  /** A watch that is due. */
  record Due(UUID id, UUID clientId, String address) {}

  /** What a probe saw. */
  record Seen(boolean accepted, String what) {}

  List<Due> due(Instant now) {
    return NativeRows.of(
            entities,
            "select w.id, w.client_id, w.address from proffer.mechanism_watch w"
                + " join proffer.client c on c.id = w.client_id and c.closed_at is null"
                + " where w.stopped_at is null and w.next_at <= :now and w.until > :now"
                + " order by w.next_at limit 50")
        .setParameter("now", now)
        .getResultList()
        .stream()
        .map(row -> new Due((UUID) row[0], (UUID) row[1], (String) row[2]))
        .toList();
  }

  void record(Due due, Instant at, Seen seen, int millis) {
    entities
        .createNativeQuery(
            "insert into proffer.mechanism_probe (watch_id, client_id, at, accepted, what, millis,"
                + " recorded_by) values (:id, :client, :at, :accepted, :what, :millis, :by)"
                + " on conflict do nothing")
        .setParameter("id", due.id())
        .setParameter("client", due.clientId())
        .setParameter("at", at)
        .setParameter("accepted", seen.accepted())
        .setParameter("what", seen.what())
        .setParameter("millis", millis)
        .setParameter("by", AuditTrail.SYSTEM)
        .executeUpdate();
    entities
        .createNativeQuery(
            "update proffer.mechanism_watch set next_at = cast(:at as timestamptz) + make_interval(mins => every)"
                + " where id = :id")
        .setParameter("at", at.toString())
        .setParameter("id", due.id())
        .executeUpdate();
  }
}
