package org.proffer.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.proffer.platform.Ids;

/**
 * Writes and reads custody events, in the transaction of what they record. Numbers have no gaps:
 * the unique key on item and sequence refuses the second of two events written at the same moment,
 * and its action with it.
 */
@ApplicationScoped
public class CustodyLog {
  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** Appends an event. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(
      UUID itemId, CustodyEventView.Kind kind, String by, String detail, String sha256) {
    // Two openings of one item at the same time wait for each other here.
    entities
        .createNativeQuery("select 1 from proffer.evidence_item where id = :item for update")
        .setParameter("item", itemId)
        .getResultList();
    Integer last =
        entities
            .createQuery(
                "select max(e.sequence) from CustodyEvent e where e.itemId = :item", Integer.class)
            .setParameter("item", itemId)
            .getSingleResult();
    entities.persist(
        new CustodyEvent(
            Ids.next(clock),
            itemId,
            last == null ? 1 : last + 1,
            kind,
            clock.instant(),
            by,
            detail,
            sha256));
    entities.flush();
  }

  /** The events of an item, first to last. */
  public List<CustodyEventView> of(UUID itemId) {
    return entities
        .createQuery(
            "from CustodyEvent e where e.itemId = :item order by e.sequence", CustodyEvent.class)
        .setParameter("item", itemId)
        .getResultList()
        .stream()
        .map(CustodyEvent::view)
        .toList();
  }
}
