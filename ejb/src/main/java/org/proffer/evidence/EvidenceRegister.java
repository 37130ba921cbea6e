package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.RowIdentity;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;
import org.proffer.platform.Ids;
import org.proffer.records.Records;

/** Enters what has arrived in the vault: item, custody event and audit row in one transaction. */
@ApplicationScoped
@Transactional
class EvidenceRegister {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private ItemLocks locks;
  @Inject private AuditTrail audit;
  @Inject private CustodyLog custody;
  @Inject private Records records;
  @Inject private ItemKind kind;
  @Inject private Vault vault;
  @Inject private Clock clock;

  EvidenceView enter(
      CaseId caseId, String name, ItemForm form, String content, StoredObject object, String by) {
    return enter(caseId, name, form, content, object, by, null);
  }

  /**
   * Enters what has arrived.
   *
   * @param making what it was made from and with; null for an original
   */
  EvidenceView enter(
      CaseId caseId,
      String name,
      ItemForm form,
      String content,
      StoredObject object,
      String by,
      @Nullable Making making) {
    int number = nextNumber(caseId.value());
    Optional<EvidenceItem> same =
        entities
            .createQuery(
                "from EvidenceItem e where e.caseId = :case and e.sha256 = :sha"
                    + " and e.destroyedAt is null and e.copyOf is null",
                EvidenceItem.class)
            .setParameter("case", caseId.value())
            .setParameter("sha", object.sha256())
            .getResultStream()
            .findFirst();
    if (same.isPresent()) {
      throw new AlreadyReceived(same.get().view());
    }
    requireStored(name, object);
    EvidenceItem item =
        new EvidenceItem(
            Ids.next(clock),
            caseId.value(),
            number,
            name,
            content,
            form,
            object,
            clock.instant(),
            by);
    entities.persist(item);
    entities.flush();
    EvidenceView view = item.view();
    custody.append(
        view.id().value(),
        CustodyAct.received(
            by,
            "Received as “"
                + name
                + "”, "
                + object.length()
                + " bytes."
                + (making == null ? "" : " " + making.words()),
            object.sha256()));
    audit.record(
        by, "RECEIVE_EVIDENCE", caseId.value(), "evidence", view.id(), object.length() + " bytes");
    ItemDescription known = ItemDescription.ofFile(name, form, number);
    records.add(
        kind, caseId.value(), view.id().value(), making == null ? known : making.describe(known));
    return view;
  }

  /**
   * Enters a working copy of an item: its bytes under a number of its own. Both custodies say so.
   */
  EvidenceView copy(EvidenceId id, Making making, String by) {
    EvidenceItem of = locks.locked(Action.COPY_EVIDENCE, id);
    EvidenceView original = of.view();
    original.requireBytes();
    int number = nextNumber(original.caseId().value());
    hold(original.sha256());
    EvidenceItem item = new EvidenceItem(Ids.next(clock), number, of, clock.instant(), by);
    entities.persist(item);
    entities.flush();
    EvidenceView copy = item.view();
    custody.append(
        original.id().value(),
        CustodyAct.of(
            CustodyEventView.Kind.COPIED,
            by,
            "Working copy made, item " + number + ", for: " + making.purpose(),
            original.sha256()));
    custody.append(copy.id().value(), CustodyAct.received(by, making.words(), original.sha256()));
    audit.record(
        by,
        "COPY_EVIDENCE",
        original.caseId().value(),
        "evidence",
        original.id(),
        "working copy " + copy.id());
    records.add(
        kind,
        original.caseId().value(),
        copy.id().value(),
        making.describe(ItemDescription.ofFile(original.fileName(), original.form(), number)));
    return item.view();
  }

  /** Somebody may have destroyed the same bytes while these arrived. */
  private void requireStored(String name, StoredObject object) {
    hold(object.sha256());
    if (!vault.holds(object.sha256())) {
      throw new UploadCut(name, object.length(), 0);
    }
  }

  /** Whoever enters or erases bytes of a hash waits for the other. */
  void hold(String sha256) {
    entities
        .createNativeQuery("select cast(pg_advisory_xact_lock(hashtext(:sha)) as text)")
        .setParameter("sha", sha256)
        .getSingleResult();
  }

  /**
   * The number of the next item. Numbers are given one after the other: two arrivals on one case
   * wait for each other here. Items that the person does not see have theirs.
   */
  int nextNumber(UUID caseId) {
    entities
        .createNativeQuery("select 1 from proffer.case_file where id = :case for update")
        .setParameter("case", caseId)
        .getResultList();
    Integer last =
        RowIdentity.asPortal(
            () ->
                entities
                    .createQuery(
                        "select max(e.number) from EvidenceItem e where e.caseId = :case",
                        Integer.class)
                    .setParameter("case", caseId)
                    .getSingleResult());
    return last == null ? 1 : last + 1;
  }

  /** Enters a thing that was described. */
  void enterThing(UUID caseId, UUID id, ItemDescription described) {
    String by = access.actor().login();
    EvidenceItem item = new EvidenceItem(id, caseId, described, clock.instant(), by);
    entities.persist(item);
    entities.flush();
    custody.append(
        id,
        new CustodyAct(
                CustodyEventView.Kind.RECEIVED,
                null,
                by,
                null,
                null,
                null,
                CustodyEventView.Result.DONE,
                "Entered as “" + described.title() + "”, a physical thing.",
                null,
                null)
            .at(described.place())
            .on(described.authorityWords()));
    audit.record(by, "RECEIVE_EVIDENCE", caseId, "evidence", id, "a physical thing");
  }

  /** Enters in the custody of items that they go out in a package. */
  void exported(List<EvidenceView> items, String list, String by) {
    for (EvidenceView item : items) {
      custody.append(
          item.id().value(),
          CustodyAct.of(
              CustodyEventView.Kind.EXPORTED,
              by,
              "Exported in a package of "
                  + items.size()
                  + (items.size() == 1 ? " item" : " items")
                  + ", SHA-256 of items.ndjson "
                  + list
                  + ".",
              item.custodyHash()));
      audit.record(
          by,
          "EXPORT_EVIDENCE",
          item.caseId().value(),
          "evidence",
          item.id(),
          item.length() + " bytes");
    }
  }
}
