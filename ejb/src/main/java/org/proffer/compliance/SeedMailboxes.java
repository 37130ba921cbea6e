package org.proffer.compliance;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.platform.NativeRows;
import org.proffer.platform.Places;

/** The seed mailboxes of a client, and how each stands. */
@Stateless
public class SeedMailboxes {
  @PersistenceContext private EntityManager entities;
  @Inject private ClientAccess access;
  @Inject private Places places;

  /**
   * A seed mailbox as it stands.
   *
   * @param on whether the client switched it on
   * @param served whether this portal receives or reads mail at all: the administrator says so
   * @param arrived how many messages were checked
   * @param arrivedAt when the last one arrived; null before
   * @param readAt when it was looked into last; null before, and where it receives
   * @param problem what hinders it; empty if nothing does
   */
  public record SeedStanding(
      UUID id,
      String name,
      String type,
      String address,
      boolean on,
      boolean served,
      long arrived,
      @Nullable Instant arrivedAt,
      @Nullable Instant readAt,
      String problem) {}

  /** The seed mailboxes of a client, by name. */
  public List<SeedStanding> list(UUID clientId) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    boolean receives = places.seedReceiver().isPresent();
    boolean reads = places.seedPasswords().isPresent();
    return NativeRows.of(
            entities,
            "select r.id, r.title, r.content ->> 'type' type, r.content ->> 'address' address,"
                + " coalesce(r.content ->> 'on', 'false') on_now, coalesce(s.arrived, 0) arrived,"
                + " s.arrived_at, s.read_at, coalesce(s.problem, '') problem"
                + " from proffer.client_record r"
                + " left join proffer.seed_mailbox_state s on s.record_id = r.id"
                + " where r.client_id = :client and r.kind = 'seed-mailbox' and not r.removed"
                + " order by r.title, r.id")
        .setParameter("client", clientId)
        .getResultList()
        .stream()
        .map(
            row ->
                new SeedStanding(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    row[4].equals("true"),
                    row[2].equals("SMTP") ? receives : reads,
                    ((Number) row[5]).longValue(),
                    (Instant) row[6],
                    (Instant) row[7],
                    (String) row[8]))
        .toList();
  }
}
