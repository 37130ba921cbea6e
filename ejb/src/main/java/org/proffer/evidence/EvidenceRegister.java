package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;
import org.proffer.platform.Ids;

/** Enters what has arrived in the vault: item, custody event and audit row in one transaction. */
@ApplicationScoped
@Transactional
class EvidenceRegister {
  @PersistenceContext private EntityManager entities;
  @Inject private AuditTrail audit;
  @Inject private CustodyLog custody;
  @Inject private Clock clock;

  EvidenceView enter(CaseId caseId, String name, String content, StoredObject object, String by) {
    // Numbers are given one after the other: two arrivals on one case wait for each other here.
    entities
        .createNativeQuery("select 1 from proffer.case_file where id = :case for update")
        .setParameter("case", caseId.value())
        .getResultList();
    Optional<EvidenceItem> same =
        entities
            .createQuery(
                "from EvidenceItem e where e.caseId = :case and e.sha256 = :sha",
                EvidenceItem.class)
            .setParameter("case", caseId.value())
            .setParameter("sha", object.sha256())
            .getResultStream()
            .findFirst();
    if (same.isPresent()) {
      throw new AlreadyReceived(same.get().view());
    }
    Integer last =
        entities
            .createQuery(
                "select max(e.number) from EvidenceItem e where e.caseId = :case", Integer.class)
            .setParameter("case", caseId.value())
            .getSingleResult();
    EvidenceItem item =
        new EvidenceItem(
            Ids.next(clock),
            caseId.value(),
            last == null ? 1 : last + 1,
            name,
            content,
            object,
            clock.instant(),
            by);
    entities.persist(item);
    entities.flush();
    EvidenceView view = item.view();
    custody.append(
        view.id().value(),
        CustodyAct.received(
            by, "Received as “" + name + "”, " + object.length() + " bytes.", object.sha256()));
    audit.record(
        by, "RECEIVE_EVIDENCE", caseId.value(), "evidence", view.id(), object.length() + " bytes");
    return view;
  }

  /** Enters in the custody of items that they go out in a package. */
  void exported(List<EvidenceView> items, String by) {
    for (EvidenceView item : items) {
      custody.append(
          item.id().value(),
          CustodyAct.of(
              CustodyEventView.Kind.EXPORTED,
              by,
              "Exported in a package of " + items.size() + " items.",
              item.sha256()));
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
