package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.proffer.access.RowIdentity;

/**
 * Erases the bytes of items that are destroyed. What a crash left behind, the next round of fixity
 * erases.
 */
@ApplicationScoped
class Erasure {
  private static final String OBJECTS =
      """
      select o.sha256 from (
        select e.id, e.sha256 from proffer.evidence_item e where e.sha256 is not null
        union all select d.item_id, d.sha256 from proffer.derivative d
        union all select p.item_id, p.sha256 from proffer.item_photo p) o
      join proffer.evidence_item e on e.id = o.id
      where e.destroyed_at is not null""";

  @PersistenceContext private EntityManager entities;
  @Inject private EvidenceRegister register;
  @Inject private Vault vault;
  @Inject private Erasure transactions;

  /** Erases the bytes of an item. */
  void of(EvidenceId id) {
    RowIdentity.asPortal(
            () -> transactions.objects(OBJECTS + " and e.id = cast(:item as uuid)", id.value()))
        .forEach(this::eraseOne);
  }

  /** Erases what is left of all items that were destroyed. */
  void leftovers() {
    RowIdentity.asPortal(() -> transactions.objects(OBJECTS, null)).stream()
        .filter(vault::holds)
        .forEach(this::eraseOne);
  }

  private void eraseOne(String sha256) {
    RowIdentity.asPortal(
        () -> {
          transactions.erase(sha256);
          return true;
        });
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<String> objects(String sql, @org.jspecify.annotations.Nullable UUID item) {
    org.hibernate.query.NativeQuery<String> query =
        entities.unwrap(Session.class).createNativeQuery(sql, String.class);
    if (item != null) {
      query.setParameter("item", item.toString());
    }
    return query.getResultList();
  }

  /** Erases an object, unless it belongs to something that is still there. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void erase(String sha256) {
    register.hold(sha256);
    Object used =
        entities
            .createNativeQuery("select proffer.bytes_in_use(:sha)")
            .setParameter("sha", sha256)
            .getSingleResult();
    if (Boolean.FALSE.equals(used)) {
      vault.erase(sha256);
    }
  }
}
