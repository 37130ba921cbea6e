package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.proffer.access.RowIdentity;
import org.proffer.audit.Act;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyAlarm;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;

/** Hashes what the vault holds of an item, outside a transaction, and enters what was found. */
@ApplicationScoped
class FixityRegister {
  private static final int MOST_NAMED = 10;

  @PersistenceContext private EntityManager entities;
  @Inject private Vault vault;
  @Inject private CustodyLog custody;
  @Inject private CustodyAlarm alarm;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private FixityRegister transactions;

  @Transactional
  public @Nullable EvidenceView item(EvidenceId id) {
    EvidenceItem item = entities.find(EvidenceItem.class, id.value());
    return item == null ? null : item.view();
  }

  @Transactional
  public Optional<EvidenceView> firstDamaged(CaseId caseId) {
    return entities
        .createQuery(
            "from EvidenceItem e where e.caseId = :case and e.damagedAt is not null"
                + " and e.destroyedAt is null order by e.number",
            EvidenceItem.class)
        .setParameter("case", caseId.value())
        .setMaxResults(1)
        .getResultStream()
        .map(EvidenceItem::view)
        .findFirst();
  }

  /** The items that were not hashed since an instant, those that waited longest first. */
  @Transactional
  public List<EvidenceView> notCheckedSince(Instant since, int most) {
    return entities
        .createQuery(
            "from EvidenceItem e where coalesce(e.verifiedAt, e.receivedAt) < :since"
                + " and e.sha256 is not null and e.destroyedAt is null"
                + " order by coalesce(e.verifiedAt, e.receivedAt), e.id",
            EvidenceItem.class)
        .setParameter("since", since)
        .setMaxResults(most)
        .getResultStream()
        .map(EvidenceItem::view)
        .toList();
  }

  /** Hashes an item and its derivatives, and enters what was found. */
  EvidenceView checked(EvidenceView item, String by) {
    Map<String, String> found = new LinkedHashMap<>();
    String second = "";
    for (String expected : transactions.objects(item.id())) {
      Optional<StoredObject> object = vault.hashed(expected);
      found.put(expected, object.map(StoredObject::sha256).orElse(""));
      if (expected.equals(item.sha256())) {
        second = object.map(StoredObject::sha3).orElse("");
      }
    }
    if (!item.sha3().isEmpty() && !second.isEmpty() && !item.sha3().equals(second)) {
      found.put(item.sha256(), "other bytes with the same SHA-256");
    }
    return transactions.enter(item.id(), found, second, by);
  }

  /** Enters what an opening found, whatever becomes of the opening. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public EvidenceView found(EvidenceView item, String by) {
    return checked(item, by);
  }

  /** The objects of an item: the original, then its derivatives. */
  @Transactional
  public List<String> objects(EvidenceId id) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select sha256 from (select e.sha256, 0 as n from proffer.evidence_item e where e.id = :item"
                + " union all select d.sha256, 1 from proffer.derivative d where d.item_id = :item"
                + " union all select p.sha256, 2 from proffer.item_photo p where p.item_id = :item) o"
                + " order by n",
            String.class)
        .setParameter("item", id.value())
        .getResultList();
  }

  @Transactional
  public EvidenceView enter(EvidenceId id, Map<String, String> found, String second, String by) {
    EvidenceItem item =
        entities.find(EvidenceItem.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    EvidenceView view = item.view();
    List<String> wrong =
        found.entrySet().stream()
            .filter(each -> !each.getKey().equals(each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    item.verified(clock.instant(), wrong.isEmpty());
    if (wrong.isEmpty() && !second.isEmpty()) {
      item.hashed(second);
    }
    entities.flush();
    CustodyAct act =
        CustodyAct.of(
            CustodyEventView.Kind.VERIFIED,
            by,
            wrong.isEmpty()
                ? found.size()
                    + (found.size() == 1 ? " object" : " objects")
                    + " hashed again, as received."
                : "Not as it was: " + described(wrong, found) + ".",
            view.sha256());
    custody.append(id.value(), wrong.isEmpty() ? act : act.failing(hash(found.get(view.sha256()))));
    Act audited =
        Act.done(
            by,
            "CHECK_FIXITY",
            view.caseId().value(),
            "evidence",
            id,
            found.size() + " objects, " + wrong.size() + " wrong");
    audit.record(wrong.isEmpty() ? audited : audited.ending(Act.Outcome.FAILED));
    sayWhatIsDamaged();
    return item.view();
  }

  /** Raises the alarm while an item is damaged, and ends it when none is. */
  @Transactional
  public void sayWhatIsDamaged() {
    List<UUID> damaged =
        RowIdentity.asPortal(
            () ->
                entities
                    .createQuery(
                        "select e.id from EvidenceItem e where e.damagedAt is not null and e.destroyedAt is null order by e.id",
                        UUID.class)
                    .setMaxResults(MOST_NAMED)
                    .getResultList());
    if (damaged.isEmpty()) {
      alarm.clear(CustodyAlarm.Trouble.DAMAGED);
    } else {
      alarm.raise(
          CustodyAlarm.Trouble.DAMAGED,
          "The vault does not hold what was received: "
              + damaged.stream().map(each -> "item " + each).collect(Collectors.joining(", "))
              + (damaged.size() == MOST_NAMED ? " and perhaps more." : "."));
    }
  }

  private static @Nullable String hash(@Nullable String found) {
    return found != null && found.matches("[0-9a-f]{64}") ? found : null;
  }

  private static String described(List<String> wrong, Map<String, String> found) {
    return wrong.stream()
        .map(
            expected ->
                expected
                    + (found.getOrDefault(expected, "").isEmpty()
                        ? " is missing"
                        : " has become " + found.get(expected)))
        .reduce((a, b) -> a + "; " + b)
        .orElse("");
  }
}
