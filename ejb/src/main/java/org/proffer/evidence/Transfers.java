package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.Members;
import org.proffer.access.Role;
import org.proffer.audit.Act;
import org.proffer.audit.AuditTrail;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/**
 * Who holds an item: one person at any time. It passes to another when the holder offers it and the
 * other takes it; a supervising attorney may offer it in the place of a holder who cannot.
 */
@Stateless
public class Transfers {
  private static final int LONGEST = 1_000;

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private Members members;
  @Inject private CustodyLog custody;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Offers an item to another member of its case.
   *
   * @param authority on what authority; may be empty
   * @throws InvalidInput if no reason is said, or the other is no member, or holds it already
   * @throws TransferRefused if somebody else holds it, or it is offered already
   */
  public TransferView offer(EvidenceId id, String to, String reason, String authority) {
    EvidenceItem item = locked(id);
    EvidenceView view = item.view();
    Actor actor = access.actor();
    if (view.destroyedAt() != null) {
      throw TransferRefused.destroyed(view);
    }
    if (!view.outTo().isEmpty()) {
      throw TransferRefused.out(view);
    }
    if (!view.holder().equals(actor.login())
        && !actor.roles().contains(Role.SUPERVISING_ATTORNEY)) {
      throw TransferRefused.notTheHolder(view);
    }
    Transfer offer = new Transfer();
    offer.id = Ids.next(clock);
    offer.itemId = id.value();
    offer.from = view.holder();
    offer.to = recipient(view, to.strip());
    offer.offeredBy = actor.login();
    offer.offeredAt = clock.instant();
    offer.reason = said("reason", reason);
    offer.authority = authority.strip();
    open(id)
        .ifPresent(
            other -> {
              throw TransferRefused.offeredAlready(view, other.to);
            });
    entities.persist(offer);
    entities.flush();
    record(view, CustodyEventView.Kind.OFFERED, offer, "Offered to " + offer.to + ": " + reason);
    return offer.view();
  }

  private String recipient(EvidenceView item, String to) {
    if (to.equals(item.holder())) {
      throw new InvalidInput("to", to + " holds the item already.", "Choose somebody else.");
    }
    if (!members.isMember(item.caseId().value(), to)) {
      throw new InvalidInput(
          "to", "“" + to + "” is no member of the case.", "Choose a member, or add one first.");
    }
    return to;
  }

  private static String said(String field, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new InvalidInput(
          field, "A reason has 1 to " + LONGEST + " characters.", "Write a sentence.");
    }
    return text.strip();
  }

  /**
   * Takes an item over.
   *
   * @throws TransferRefused if it is offered to somebody else, or the offer has ended
   */
  public TransferView take(UUID offerId) {
    return answer(offerId, TransferView.Outcome.TAKEN, "");
  }

  /**
   * Declines an item.
   *
   * @throws TransferRefused if it is offered to somebody else, or the offer has ended
   */
  public TransferView decline(UUID offerId, String reason) {
    return answer(offerId, TransferView.Outcome.DECLINED, said("reason", reason));
  }

  /**
   * Takes an offer back.
   *
   * @throws TransferRefused unless one's own offer, or if it has ended
   */
  public TransferView withdraw(UUID offerId) {
    return answer(offerId, TransferView.Outcome.WITHDRAWN, "");
  }

  private TransferView answer(UUID offerId, TransferView.Outcome how, String reason) {
    access.require(Action.TRANSFER_EVIDENCE);
    Transfer found = entities.find(Transfer.class, offerId);
    if (found == null) {
      throw new NotFound("transfer", offerId);
    }
    EvidenceItem item = locked(new EvidenceId(found.itemId), "transfer", offerId);
    entities.refresh(found);
    TransferView offer = found.view();
    String login = access.actor().login();
    boolean withdrawn = how == TransferView.Outcome.WITHDRAWN;
    if (offer.outcome() != null) {
      throw TransferRefused.ended(offer);
    }
    if (!login.equals(withdrawn ? offer.offeredBy() : offer.to())) {
      throw TransferRefused.notForYou(offer);
    }
    found.end(how, clock.instant());
    if (how == TransferView.Outcome.TAKEN) {
      item.passTo(offer.to());
    }
    entities.flush();
    record(
        item.view(),
        how == TransferView.Outcome.TAKEN
            ? CustodyEventView.Kind.TRANSFERRED
            : CustodyEventView.Kind.NOT_TRANSFERRED,
        found,
        switch (how) {
          case TAKEN -> "Taken over from " + offer.from() + ".";
          case DECLINED -> "Declined: " + reason;
          case WITHDRAWN -> "Offer withdrawn.";
        });
    return found.view();
  }

  private void record(
      EvidenceView item, CustodyEventView.Kind kind, Transfer offer, String detail) {
    String login = access.actor().login();
    custody.append(
        item.id().value(),
        CustodyAct.of(kind, login, detail, item.custodyHash())
            .passingTo(offer.to)
            .on(offer.authority));
    audit.record(
        Act.done(
                login,
                kind.name() + "_EVIDENCE",
                item.caseId().value(),
                "evidence",
                item.id(),
                "transfer " + offer.id)
            .changing(offer.from, item.holder()));
  }

  /** The offer that is open on an item. */
  public Optional<TransferView> openOffer(EvidenceId id) {
    access.require(Action.VIEW_EVIDENCE);
    EvidenceItem item = entities.find(EvidenceItem.class, id.value());
    if (item == null) {
      throw new NotFound("evidence item", id);
    }
    access.require(Action.VIEW_EVIDENCE, item.view().caseId().value(), "evidence item", id);
    return open(id).map(Transfer::view);
  }

  private Optional<Transfer> open(EvidenceId id) {
    return entities
        .createQuery("from Transfer t where t.itemId = :item and t.endedAt is null", Transfer.class)
        .setParameter("item", id.value())
        .getResultStream()
        .findFirst();
  }

  /** The offers that wait for the person who asks, the oldest first. */
  public List<TransferView> waiting() {
    Actor actor = access.require(Action.TRANSFER_EVIDENCE);
    return entities
        .createQuery(
            "from Transfer t where t.to = :login and t.endedAt is null order by t.offeredAt",
            Transfer.class)
        .setParameter("login", actor.login())
        .getResultStream()
        .map(Transfer::view)
        .filter(
            offer -> {
              EvidenceItem item = entities.find(EvidenceItem.class, offer.itemId().value());
              return item != null
                  && access.may(Action.TRANSFER_EVIDENCE, item.view().caseId().value());
            })
        .toList();
  }

  private EvidenceItem locked(EvidenceId id) {
    access.require(Action.TRANSFER_EVIDENCE);
    return locked(id, "evidence item", id);
  }

  /** The item, held until the end; only for one who may pass it on. */
  private EvidenceItem locked(EvidenceId id, String what, Object asked) {
    EvidenceItem item =
        entities.find(EvidenceItem.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    if (item == null) {
      throw new NotFound(what, asked);
    }
    entities.refresh(item);
    try {
      access.require(Action.TRANSFER_EVIDENCE, item.view().caseId().value(), "evidence item", id);
    } catch (NotFound hidden) {
      NotFound refusal = new NotFound(what, asked);
      refusal.initCause(hidden);
      throw refusal;
    }
    return item;
  }
}
