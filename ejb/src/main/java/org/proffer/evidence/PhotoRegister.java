package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.proffer.access.Action;
import org.proffer.audit.AuditTrail;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;
import org.proffer.platform.Ids;

/** Enters photographs that have arrived in the vault. */
@ApplicationScoped
@Transactional
class PhotoRegister {
  @PersistenceContext private EntityManager entities;
  @Inject private ItemLocks items;
  @Inject private EvidenceRegister register;
  @Inject private CustodyLog custody;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Refuses who may not photograph the item. */
  public void require(EvidenceId id) {
    items.seen(Action.HANDLE_EVIDENCE, id).requireThere();
  }

  public PhotoView enter(
      EvidenceId id, String name, String caption, StoredObject object, String by) {
    EvidenceView item = items.locked(Action.HANDLE_EVIDENCE, id).view();
    item.requireThere();
    register.hold(object.sha256());
    ItemPhoto photo = new ItemPhoto();
    photo.id = Ids.next(clock);
    photo.itemId = id.value();
    photo.fileName = name;
    photo.caption = caption;
    photo.sha256 = object.sha256();
    photo.length = object.length();
    photo.addedAt = clock.instant();
    photo.addedBy = by;
    entities.persist(photo);
    entities.flush();
    custody.append(
        id.value(),
        CustodyAct.of(
            CustodyEventView.Kind.EXAMINED,
            by,
            "Photographed: “" + caption + "”, SHA-256 of the photograph " + object.sha256() + ".",
            item.custodyHash()));
    audit.record(
        by, "PHOTOGRAPH_EVIDENCE", item.caseId().value(), "evidence", id, "photo " + photo.id);
    return photo.view();
  }
}
