package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.proffer.platform.NativeRows;

/** The seed mailboxes that are on, and how each stands; the work of the portal itself. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SeedRows {
  private static final String SEEDS =
      "select r.id, r.client_id, r.content ->> 'programme' programme, r.content ->> 'address' address,"
          + " r.changed_by, r.content ->> 'server' server, r.content ->> 'folder' folder,"
          + " coalesce(s.validity, 0) validity, coalesce(s.last_uid, 0) last_uid,"
          + " coalesce(r.content ->> 'login', '') login"
          + " from proffer.client_record r"
          + " join proffer.client c on c.id = r.client_id and c.closed_at is null"
          + " left join proffer.seed_mailbox_state s on s.record_id = r.id"
          + " where r.kind = 'seed-mailbox' and not r.removed and r.content ->> 'on' = 'true'"
          + " and r.content ->> 'type' = :type";

  @PersistenceContext private EntityManager entities;

  /**
   * A seed mailbox that is on.
   *
   * @param officer who wrote its record last: it works in their name, while they work for the
   *     client
   * @param validity by which its server numbered messages when it was read last; 0 before
   * @param lastUid of the last message that was read
   */
  record Seed(
      UUID id,
      UUID clientId,
      UUID programmeId,
      String address,
      String officer,
      String server,
      String folder,
      long validity,
      long lastUid,
      String login) {}

  /** Those that receive mail to an address. */
  List<Seed> receiving(String address) {
    return all("SMTP").stream()
        .filter(seed -> seed.address().equals(address.strip().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Those that are read at a mail server. */
  List<Seed> read() {
    return all("IMAP");
  }

  private List<Seed> all(String type) {
    return NativeRows.of(entities, SEEDS + " order by r.id")
        .setParameter("type", type)
        .getResultList()
        .stream()
        .map(
            row ->
                new Seed(
                    (UUID) row[0],
                    (UUID) row[1],
                    UUID.fromString((String) row[2]),
                    ((String) row[3]).strip().toLowerCase(Locale.ROOT),
                    (String) row[4],
                    (String) row[5],
                    (String) row[6],
                    ((Number) row[7]).longValue(),
                    ((Number) row[8]).longValue(),
                    ((String) row[9]).isBlank() ? (String) row[3] : ((String) row[9]).strip()))
        .toList();
  }

  /** A message arrived. */
  void arrived(Seed seed, Instant at) {
    state(
        seed,
        "arrived = proffer.seed_mailbox_state.arrived + 1, arrived_at = :at, problem = ''",
        "1, :at, null, ''",
        at,
        "");
  }

  /** It was read, or could not be; an empty problem says that it was. */
  void looked(Seed seed, Instant at, String problem) {
    state(seed, "read_at = :at, problem = :problem", "0, null, :at, :problem", at, problem);
  }

  private void state(Seed seed, String change, String values, Instant at, String problem) {
    var statement =
        entities
            .createNativeQuery(
                "insert into proffer.seed_mailbox_state (record_id, client_id, arrived, arrived_at,"
                    + " read_at, problem) values (:id, :client, "
                    + values.replace(":at", "cast(:at as timestamptz)")
                    + ") on conflict (record_id) do update set "
                    + change.replace(":at", "cast(:at as timestamptz)"))
            .setParameter("id", seed.id())
            .setParameter("client", seed.clientId())
            .setParameter("at", at.toString());
    if (change.contains(":problem")) {
      statement.setParameter("problem", problem);
    }
    statement.executeUpdate();
  }

  /** How far a mailbox was read. */
  void reached(Seed seed, long validity, long lastUid) {
    entities
        .createNativeQuery(
            "insert into proffer.seed_mailbox_state (record_id, client_id, validity, last_uid)"
                + " values (:id, :client, :validity, :uid) on conflict (record_id) do update set"
                + " validity = excluded.validity, last_uid = excluded.last_uid")
        .setParameter("id", seed.id())
        .setParameter("client", seed.clientId())
        .setParameter("validity", validity)
        .setParameter("uid", lastUid)
        .executeUpdate();
  }

  /** Whether a programme has a copy with these bytes already. */
  boolean isThere(Seed seed, String sha256) {
    return NativeRows.count(
                entities,
                "select count(*) from proffer.template_check c where c.client_id = :client"
                    + " and c.programme_id = :programme and c.sha256 = :sha256 and c.origin = 'SEED'")
            .setParameter("client", seed.clientId())
            .setParameter("programme", seed.programmeId())
            .setParameter("sha256", sha256)
            .getSingleResult()
        > 0;
  }
}
