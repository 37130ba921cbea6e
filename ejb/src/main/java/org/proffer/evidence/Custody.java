package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.custody.Cosignatures;
import org.proffer.custody.CustodyAlarm;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyKeeper;
import org.proffer.custody.CustodyLog;
import org.proffer.custody.HeadStamps;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.LogStanding;
import org.proffer.ledger.TreeHash;
import org.proffer.ledger.WitnessKey;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;
import org.proffer.timestamp.StampedHead;

/** The custody of items as it is read, proven and checked. */
@Stateless
public class Custody {
  /** Events in one list. */
  public static final int MOST = 1_000;

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private CustodyLog log;
  @Inject private CustodyKeeper keeper;
  @Inject private Cosignatures cosignatures;
  @Inject private HeadStamps stamps;
  @Inject private CustodyAlarm alarm;
  @Inject private AuditTrail audit;

  /**
   * Events of a case.
   *
   * @param complete whether there are no more than these
   */
  public record OfCase(List<CustodyEventView> events, boolean complete) {}

  /** The custody of the items of a case that the person sees, the newest event first. */
  public OfCase of(CaseId caseId) {
    access.require(Action.VIEW_EVIDENCE, caseId.value());
    List<UUID> items =
        entities
            .createQuery("select e.id from EvidenceItem e where e.caseId = :case", UUID.class)
            .setParameter("case", caseId.value())
            .getResultList();
    List<CustodyEventView> events = log.newest(items, MOST + 1);
    return new OfCase(events.stream().limit(MOST).toList(), events.size() <= MOST);
  }

  /** The custody of an item with the proof of each event. */
  public CustodyLog.Proofs proofs(EvidenceId id) {
    access.require(Action.VIEW_EVIDENCE);
    EvidenceItem item = entities.find(EvidenceItem.class, id.value());
    if (item == null) {
      throw new NotFound("evidence item", id);
    }
    access.require(Action.VIEW_EVIDENCE, item.view().caseId().value(), "evidence item", id);
    return log.proofs(List.of(id.value()));
  }

  /** How the log stands. */
  public LogStanding standing() {
    access.require(Action.READ_CHECKPOINTS);
    return stands();
  }

  private LogStanding stands() {
    List<String> troubles = new ArrayList<>(alarm.troubles().values());
    troubles.sort(Comparator.naturalOrder());
    Instant readAt = keeper.readAt();
    try {
      HeadsFile heads = keeper.heads();
      return new LogStanding(
          troubles,
          readAt.equals(Instant.MIN) ? null : readAt,
          heads.last().orElse(null),
          Base64.getEncoder().encodeToString(heads.verifier().key().getEncoded()));
    } catch (IOException e) {
      troubles.add("The heads cannot be read: " + e.getMessage());
      return new LogStanding(troubles, null, null, "");
    }
  }

  /** The signed heads, oldest first. */
  public List<String> checkpoints() {
    access.require(Action.READ_CHECKPOINTS);
    return log.notes();
  }

  /**
   * The proof that the log of one size continues the log of another.
   *
   * @throws InvalidInput unless {@code 0 <= first <= second}, and the log is that long
   */
  public List<TreeHash> consistency(long first, long second) {
    access.require(Action.READ_CHECKPOINTS);
    try {
      return log.consistency(first, second);
    } catch (IllegalArgumentException e) {
      InvalidInput refusal =
          new InvalidInput(
              "first", "The log has no such two sizes.", "Send the sizes of two of its heads.");
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** The heads that others cosigned, in the order in which they came. */
  public List<String> cosigned() {
    access.require(Action.READ_CHECKPOINTS);
    return cosignatures.notes();
  }

  /** The keys of the witnesses, as they publish them. */
  public List<String> witnesses() {
    access.require(Action.READ_CHECKPOINTS);
    return cosignatures.witnesses().stream().map(WitnessKey::text).toList();
  }

  /** The newest head that a witness cosigned. */
  public Optional<Cosignatures.Witnessed> lastWitnessed() {
    access.require(Action.READ_CHECKPOINTS);
    return cosignatures.last();
  }

  /** The time stamps over heads, in the order in which they came. */
  public List<StampedHead> stamps() {
    access.require(Action.READ_CHECKPOINTS);
    return stamps.stamps();
  }

  /** The newest time stamp over a head. */
  public Optional<HeadStamps.Stamped> lastStamped() {
    access.require(Action.READ_CHECKPOINTS);
    return stamps.last();
  }

  /**
   * Takes a head that a witness cosigned.
   *
   * @throws InvalidInput if it is no head of this log, or no known witness cosigned it
   */
  public Cosignatures.Witnessed take(String note) {
    Actor actor = access.require(Action.CHECK_CUSTODY);
    Cosignatures.Witnessed taken = cosignatures.take(note);
    audit.record(
        actor.login(),
        "TAKE_COSIGNATURE",
        null,
        "custody",
        "log",
        taken.by() + ", " + taken.head().size() + " events");
    return taken;
  }

  /** Compares the whole log with the heads outside the database, now. */
  public LogStanding check() {
    Actor actor = access.require(Action.CHECK_CUSTODY);
    audit.record(actor.login(), "CHECK_CUSTODY", null, "custody", "log", "");
    keeper.readNow();
    return stands();
  }
}
