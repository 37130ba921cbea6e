package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.RowIdentity;
import org.proffer.audit.Act;
import org.proffer.audit.AuditTrail;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Places;

/** Writes what is asked and said about destroying items; one method is one transaction. */
@ApplicationScoped
class DestructionRegister {
  private static final int LONGEST = 1_000;

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private ItemLocks items;
  @Inject private CustodyLog custody;
  @Inject private AuditTrail audit;
  @Inject private Places places;
  @Inject private Clock clock;

  @Transactional
  public DestructionView request(EvidenceId id, String reason, String authority) {
    EvidenceItem item = items.locked(Action.REQUEST_DESTRUCTION, id);
    EvidenceView view = item.view();
    Destruction asked = new Destruction();
    asked.id = Ids.next(clock);
    asked.itemId = id.value();
    asked.reason = said("reason", reason);
    asked.authority = said("authority", authority);
    asked.requestedAt = clock.instant();
    asked.requestedBy = access.actor().login();
    requireFree(view);
    if (open(id).isPresent()) {
      throw new DestructionRefused(view, "it was asked already.", "Wait for the answer.");
    }
    entities.persist(asked);
    entities.flush();
    record(view, CustodyEventView.Kind.DESTRUCTION_REQUESTED, asked, asked.reason);
    return asked.view();
  }

  private static String said(String field, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new InvalidInput(
          field, "It has 1 to " + LONGEST + " characters.", "Say why, and on what authority.");
    }
    return text.strip();
  }

  @Transactional
  public DestructionView approve(EvidenceId id) {
    EvidenceView view = items.locked(Action.APPROVE_DESTRUCTION, id).view();
    Destruction asked = needed(view);
    String login = access.actor().login();
    if (login.equals(asked.requestedBy)) {
      throw new DestructionRefused(
          view, "who asked does not approve.", "Another supervising attorney approves.");
    }
    if (asked.approvedAt != null) {
      throw new DestructionRefused(
          view, "it was approved by " + asked.approvedBy + " already.", "Wait for the time.");
    }
    requireFree(view);
    asked.approvedAt = clock.instant();
    asked.approvedBy = login;
    asked.notBefore = asked.approvedAt.plus(Duration.ofDays(places.destructionDays()));
    entities.flush();
    record(
        view,
        CustodyEventView.Kind.DESTRUCTION_APPROVED,
        asked,
        "Asked by " + asked.requestedBy + "; not before " + asked.notBefore + ".");
    return asked.view();
  }

  @Transactional
  public DestructionView end(EvidenceId id, DestructionView.Outcome how, String reason) {
    boolean refused = how == DestructionView.Outcome.REFUSED;
    EvidenceView view =
        items.locked(refused ? Action.APPROVE_DESTRUCTION : Action.REQUEST_DESTRUCTION, id).view();
    String because = said("reason", reason);
    Destruction asked = needed(view);
    asked.end(how, access.actor().login(), clock.instant());
    entities.flush();
    record(
        view,
        CustodyEventView.Kind.DESTRUCTION_ENDED,
        asked,
        (refused ? "Refused: " : "Withdrawn: ") + because);
    return asked.view();
  }

  @Transactional
  public DestructionView destroy(EvidenceId id) {
    EvidenceItem item = items.locked(Action.REQUEST_DESTRUCTION, id);
    EvidenceView view = item.view();
    Destruction asked = needed(view);
    Instant now = clock.instant();
    Instant notBefore = asked.notBefore;
    if (notBefore == null) {
      throw new DestructionRefused(
          view, "nobody approved it yet.", "A supervising attorney approves it.");
    }
    if (now.isBefore(notBefore)) {
      throw new DestructionRefused(
          view, "it can be done from " + notBefore + " on.", "Until then it can be stopped.");
    }
    requireFree(view);
    item.destroyed(now);
    asked.end(DestructionView.Outcome.DESTROYED, access.actor().login(), now);
    entities.flush();
    long messages =
        ((Number)
                entities
                    .createNativeQuery("select proffer.erase_messages(:item)")
                    .setParameter("item", id.value())
                    .getSingleResult())
            .longValue();
    CustodyAct act =
        CustodyAct.of(
                CustodyEventView.Kind.DISPOSED,
                access.actor().login(),
                tombstone(view, asked, messages),
                view.custodyHash())
            .on(asked.authority)
            .ending();
    custody.append(id.value(), act);
    audited(view, CustodyEventView.Kind.DISPOSED, asked);
    return asked.view();
  }

  private static String tombstone(EvidenceView view, Destruction asked, long messages) {
    return "“"
        + view.title()
        + "” was destroyed. Asked by "
        + asked.requestedBy
        + " at "
        + asked.requestedAt
        + ": "
        + asked.reason
        + " Approved by "
        + asked.approvedBy
        + " at "
        + asked.approvedAt
        + "."
        + (view.hasBytes()
            ? " "
                + view.length()
                + " bytes, SHA-256 "
                + view.sha256()
                + "; "
                + messages
                + " messages read out of it."
            : " A physical thing.");
  }

  private Destruction needed(EvidenceView view) {
    return open(view.id())
        .orElseThrow(
            () ->
                new DestructionRefused(
                    view, "nobody asks for it.", "An evidence custodian asks first."));
  }

  private Optional<Destruction> open(EvidenceId id) {
    return entities
        .createQuery(
            "from Destruction d where d.itemId = :item and d.endedAt is null", Destruction.class)
        .setParameter("item", id.value())
        .getResultStream()
        .findFirst();
  }

  @Transactional
  public Optional<DestructionView> of(EvidenceId id) {
    items.seen(Action.VIEW_EVIDENCE, id);
    return entities
        .createQuery(
            "from Destruction d where d.itemId = :item and (d.endedAt is null or d.outcome ="
                + " org.proffer.evidence.DestructionView.Outcome.DESTROYED)",
            Destruction.class)
        .setParameter("item", id.value())
        .getResultStream()
        .findFirst()
        .map(Destruction::view);
  }

  /** Refuses while anything forbids it. */
  private void requireFree(EvidenceView item) {
    List<String> obstacles = new ArrayList<>();
    if (item.destroyedAt() != null) {
      obstacles.add("it was destroyed at " + item.destroyedAt() + ".");
    }
    if (!item.hold().isEmpty()) {
      obstacles.add("it is on hold: " + item.hold());
    }
    if (caseOnHold(item)) {
      obstacles.add("the case is under a legal hold.");
    }
    LocalDate until = item.retainUntil();
    // The day is over where it ends last.
    if (until != null
        && !clock.instant().atOffset(ZoneOffset.ofHours(-12)).toLocalDate().isAfter(until)) {
      obstacles.add("it is kept until " + until + ".");
    }
    if (!item.outTo().isEmpty()) {
      obstacles.add("it is out, with " + item.outTo() + ".");
    }
    obstacles.addAll(uses(item));
    obstacles.addAll(copies(item));
    if (!obstacles.isEmpty()) {
      throw DestructionRefused.stopped(item, obstacles);
    }
  }

  private boolean caseOnHold(EvidenceView item) {
    return Boolean.TRUE.equals(
        entities
            .createNativeQuery("select legal_hold from proffer.case_file where id = :case")
            .setParameter("case", item.caseId().value())
            .getSingleResult());
  }

  /** What of the case file rests on the item or on a message of it, whoever sees it. */
  private List<String> uses(EvidenceView item) {
    List<String> kinds =
        RowIdentity.asPortal(
            () ->
                entities
                    .unwrap(Session.class)
                    .createNativeQuery(
                        """
                        select r.kind from proffer.case_record r
                        where r.case_id = :case and r.kind in ('exhibit', 'source') and not r.removed
                          and (r.content ->> 'item' = :item or (r.content ->> 'message') in
                               (select cast(m.id as text) from proffer.message m where m.item_id = cast(:item as uuid)))""",
                        String.class)
                    .setParameter("case", item.caseId().value())
                    .setParameter("item", item.id().toString())
                    .getResultList());
    List<String> said = new ArrayList<>();
    long exhibits = kinds.stream().filter("exhibit"::equals).count();
    if (exhibits > 0) {
      said.add("exhibits are made of it: " + exhibits + ".");
    }
    if (kinds.size() > exhibits) {
      said.add("facts rest on it: " + (kinds.size() - exhibits) + ".");
    }
    return said;
  }

  /** Working copies and derivatives that are there: they go before what they were made from. */
  private List<String> copies(EvidenceView item) {
    List<Integer> numbers =
        RowIdentity.asPortal(
            () ->
                entities
                    .unwrap(Session.class)
                    .createNativeQuery(
                        """
                        select e.number from proffer.evidence_item e
                        left join proffer.case_record r on r.id = e.id
                        where e.case_id = :case and e.destroyed_at is null
                          and (e.copy_of = cast(:item as uuid) or r.content ->> 'parent' = :item)
                        order by e.number""",
                        Integer.class)
                    .setParameter("case", item.caseId().value())
                    .setParameter("item", item.id().toString())
                    .getResultList());
    return numbers.stream().map(number -> "item " + number + " was made from it.").toList();
  }

  private void record(
      EvidenceView item, CustodyEventView.Kind kind, Destruction asked, String detail) {
    custody.append(
        item.id().value(),
        CustodyAct.of(kind, access.actor().login(), detail, item.custodyHash())
            .on(asked.authority));
    audited(item, kind, asked);
  }

  private void audited(EvidenceView item, CustodyEventView.Kind kind, Destruction asked) {
    audit.record(
        Act.done(
            access.actor().login(),
            kind.name() + "_EVIDENCE",
            item.caseId().value(),
            "evidence",
            item.id(),
            "destruction " + asked.id));
  }
}
