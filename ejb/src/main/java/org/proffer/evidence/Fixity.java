package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.platform.NotFound;

/**
 * Whether the bytes in the vault are still those that were received: hashed again when somebody
 * asks, before an original is handed out, and by rounds of the portal itself.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Fixity {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private FixityRegister register;

  /** Hashes an item and its derivatives again; the custody of the item says what was found. */
  public EvidenceView check(EvidenceId id) {
    access.require(Action.CHECK_FIXITY);
    EvidenceView item = register.item(id);
    if (item == null) {
      throw new NotFound("evidence item", id);
    }
    access.require(Action.CHECK_FIXITY, item.caseId().value(), "evidence item", id);
    item.requireBytes();
    return register.checked(item, access.actor().login());
  }

  /** The items of a case whose bytes are not those that were received. */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public List<EvidenceView> damaged(CaseId caseId) {
    access.require(Action.VIEW_EVIDENCE, caseId.value());
    return entities
        .createQuery(
            "from EvidenceItem e where e.caseId = :case and e.damagedAt is not null"
                + " and e.destroyedAt is null order by e.number",
            EvidenceItem.class)
        .setParameter("case", caseId.value())
        .getResultStream()
        .map(EvidenceItem::view)
        .toList();
  }

  /**
   * Refuses what would be made from a case with a damaged item.
   *
   * @throws ItemDamaged naming the first
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public void requireSound(CaseId caseId) {
    register
        .firstDamaged(caseId)
        .ifPresent(
            item -> {
              throw new ItemDamaged(item);
            });
  }
}
