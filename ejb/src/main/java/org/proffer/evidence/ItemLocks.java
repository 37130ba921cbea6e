package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.platform.NotFound;

/** Items held until the end of a transaction, for those who may do what they ask. */
@ApplicationScoped
class ItemLocks {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;

  /**
   * An item that nobody else changes until the end.
   *
   * @throws NotFound if there is none for this person
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public EvidenceItem locked(Action action, EvidenceId id) {
    access.require(action);
    EvidenceItem item = entities.find(EvidenceItem.class, id.value());
    if (item == null) {
      throw new NotFound("evidence item", id);
    }
    access.require(action, item.view().caseId().value(), "evidence item", id);
    entities.refresh(item, LockModeType.PESSIMISTIC_WRITE);
    return item;
  }

  /** An item to look at. */
  @Transactional(Transactional.TxType.MANDATORY)
  public EvidenceView seen(Action action, EvidenceId id) {
    access.require(action);
    EvidenceItem item = entities.find(EvidenceItem.class, id.value());
    if (item == null) {
      throw new NotFound("evidence item", id);
    }
    access.require(action, item.view().caseId().value(), "evidence item", id);
    return item.view();
  }
}
