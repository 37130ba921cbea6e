package org.proffer.compliance;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Actor;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.audit.AuditTrail;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecord;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.Mechanism;
import org.proffer.law.Finding;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.Transmission;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NativeRows;
import org.proffer.platform.NotFound;

/**
 * Watches of ways to object: whether they can be reached on each of the thirty days after a
 * transmission (15 U.S.C. 7704(a)(3)(A)(ii)). A watch asks for the head of the page, of the one
 * host that the client listed, and never does what opts somebody out. None runs unless somebody
 * started it.
 */
@Stateless
public class MechanismWatches {
  private static final String COLUMNS =
      "select w.id, w.client_id, w.mechanism_id, w.address, w.began_at, w.until, w.every,"
          + " w.stopped_at, w.started_by, (select count(*) from proffer.mechanism_probe p where p.watch_id = w.id) probes,"
          + " (select count(*) from proffer.mechanism_probe p where p.watch_id = w.id and not p.accepted) failures"
          + " from proffer.mechanism_watch w ";

  @PersistenceContext private EntityManager entities;
  @Inject private ClientAccess access;
  @Inject private ClientRecords records;
  @Inject private ProgrammeFacts facts;
  @Inject private AuditTrail audit;
  @Inject private Event<WatchStarted> started;
  @Inject private Clock clock;

  /** News: a watch was started; its first probe is made once the transaction is committed. */
  public record WatchStarted(UUID id) {}

  /**
   * A watch.
   *
   * @param every minutes between two probes
   * @param stoppedAt when somebody ended it; null while nobody did
   */
  public record Watch(
      UUID id,
      UUID clientId,
      UUID mechanismId,
      String address,
      Instant beganAt,
      Instant until,
      int every,
      @Nullable Instant stoppedAt,
      String startedBy,
      long probes,
      long failures) {}

  /** A probe, made by the watch or entered by a person. */
  public record ProbeView(Instant at, boolean accepted, String what, int millis, String by) {}

  /**
   * Starts a watch.
   *
   * @param days for how many days, from 1 to 60
   * @param every minutes between two probes, from 15 to 1440
   * @throws InvalidInput if the client listed no host for the mechanism
   */
  public Watch start(UUID clientId, UUID mechanismId, int days, int every) {
    Actor actor = access.require(ClientAction.AUDIT_CLIENT, clientId);
    ClientRecord<Mechanism> mechanism = records.get(ClientKinds.MECHANISM, clientId, mechanismId);
    if (mechanism.content().host().isEmpty()) {
      throw new InvalidInput(
          "host",
          "“" + mechanism.title() + "” has no host that may be watched.",
          "Write the host into the record of the mechanism, if the client allows it.");
    }
    if (days < 1 || days > 60 || every < 15 || every > 1440) {
      throw new InvalidInput(
          "every",
          "A watch lasts 1 to 60 days and asks every 15 to 1440 minutes.",
          "Choose numbers within these.");
    }
    UUID id = Ids.next(clock);
    Instant now = clock.instant();
    entities
        .createNativeQuery(
            "insert into proffer.mechanism_watch (id, client_id, mechanism_id, address, began_at, until,"
                + " every, next_at, started_by) values (:id, :client, :mechanism, :address, :at, :until,"
                + " :every, :at, :by)")
        .setParameter("id", id)
        .setParameter("client", clientId)
        .setParameter("mechanism", mechanismId)
        .setParameter("address", mechanism.content().address())
        .setParameter("at", now)
        .setParameter("until", now.plus(Duration.ofDays(days)))
        .setParameter("every", every)
        .setParameter("by", actor.login())
        .executeUpdate();
    audit.record(actor.login(), "START_WATCH", null, "mechanism-watch", id, "client " + clientId);
    started.fire(new WatchStarted(id));
    return get(id);
  }

  /** Ends a watch; its probes stay. */
  public Watch stop(UUID id) {
    Watch watch = get(id);
    Actor actor = access.require(ClientAction.AUDIT_CLIENT, watch.clientId(), "watch", id);
    entities
        .createNativeQuery(
            "update proffer.mechanism_watch set stopped_at = :at where id = :id and stopped_at is null")
        .setParameter("at", clock.instant())
        .setParameter("id", id)
        .executeUpdate();
    audit.record(actor.login(), "STOP_WATCH", null, "mechanism-watch", id, "");
    return get(id);
  }

  /**
   * Enters a probe that was made elsewhere.
   *
   * @param what was done and seen
   * @throws InvalidInput if the moment lies ahead, or nothing is said of it
   */
  public void enter(UUID id, Instant at, boolean accepted, String what) {
    Watch watch = get(id);
    Actor actor = access.require(ClientAction.AUDIT_CLIENT, watch.clientId(), "watch", id);
    if (at.isAfter(clock.instant()) || what.isBlank()) {
      throw new InvalidInput(
          "probe", "The moment lies ahead, or nothing is said.", "Say what was done, and when.");
    }
    entities
        .createNativeQuery(
            "insert into proffer.mechanism_probe (watch_id, client_id, at, accepted, what, millis,"
                + " recorded_by) values (:id, :client, :at, :accepted, :what, 0, :by)"
                + " on conflict do nothing")
        .setParameter("id", id)
        .setParameter("client", watch.clientId())
        .setParameter("at", at)
        .setParameter("accepted", accepted)
        .setParameter("what", what.strip())
        .setParameter("by", actor.login())
        .executeUpdate();
    audit.record(actor.login(), "ENTER_PROBE", null, "mechanism-watch", id, "");
  }

  /** The watches of a client, newest first. */
  public List<Watch> list(UUID clientId) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    return NativeRows.of(entities, COLUMNS + "where w.client_id = :client order by w.began_at desc")
        .setParameter("client", clientId)
        .getResultList()
        .stream()
        .map(MechanismWatches::view)
        .toList();
  }

  /**
   * A watch.
   *
   * @throws NotFound if there is none that the person may see
   */
  public Watch get(UUID id) {
    access.require(ClientAction.LIST_CLIENTS);
    List<Object[]> rows =
        NativeRows.of(entities, COLUMNS + "where w.id = :id")
            .setParameter("id", id)
            .getResultList();
    if (rows.isEmpty()) {
      throw new NotFound("watch", id);
    }
    Watch watch = view(rows.get(0));
    access.require(ClientAction.VIEW_CLIENT, watch.clientId(), "watch", id);
    return watch;
  }

  private static Watch view(Object[] row) {
    return new Watch(
        (UUID) row[0],
        (UUID) row[1],
        (UUID) row[2],
        (String) row[3],
        (Instant) row[4],
        (Instant) row[5],
        ((Number) row[6]).intValue(),
        (Instant) row[7],
        (String) row[8],
        ((Number) row[9]).longValue(),
        ((Number) row[10]).longValue());
  }

  /** The probes of a watch, newest first. */
  public List<ProbeView> probes(UUID id, int most) {
    get(id);
    return NativeRows.of(
            entities,
            "select p.at, p.accepted, p.what, p.millis, p.recorded_by from proffer.mechanism_probe p"
                + " where p.watch_id = :id order by p.at desc limit :most")
        .setParameter("id", id)
        .setParameter("most", most)
        .getResultList()
        .stream()
        .map(
            row ->
                new ProbeView(
                    (Instant) row[0],
                    (Boolean) row[1],
                    (String) row[2],
                    ((Number) row[3]).intValue(),
                    (String) row[4]))
        .toList();
  }

  /**
   * What the rules say of a mechanism for a message sent at a moment: whether it worked for thirty
   * days (OPT-02), and whether an outage is excused (OPT-04).
   */
  public List<Finding> verdicts(UUID clientId, UUID mechanismId, Instant sentAt) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    List<Fact> known = new ArrayList<>();
    known.add(new Transmission(sentAt, null, "the day that was asked for"));
    known.addAll(facts.probes(clientId, mechanismId));
    known.addAll(facts.outages(clientId, mechanismId));
    RecordedFacts recorded = new RecordedFacts(known);
    LocalDate day = LocalDate.ofInstant(sentAt, ZoneOffset.UTC);
    return List.of(
        CanSpamRules.evaluateSend("OPT-02", recorded, day),
        CanSpamRules.evaluateSend("OPT-04", recorded, day));
  }
}
