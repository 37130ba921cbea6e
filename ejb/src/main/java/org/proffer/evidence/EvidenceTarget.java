package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.FieldView;
import org.proffer.records.ReferenceTarget;

/** Records may refer to evidence items. */
@ApplicationScoped
class EvidenceTarget implements ReferenceTarget {
  @PersistenceContext private EntityManager entities;

  @Override
  public String kind() {
    return "evidence-item";
  }

  @Override
  public @Nullable String title(UUID caseId, UUID id) {
    EvidenceItem item = entities.find(EvidenceItem.class, id);
    return item == null || !item.view().caseId().value().equals(caseId) ? null : words(item.view());
  }

  @Override
  public List<FieldView.Choice> choices(UUID caseId) {
    return entities
        .createQuery(
            "from EvidenceItem e where e.caseId = :case order by e.number", EvidenceItem.class)
        .setParameter("case", caseId)
        .getResultStream()
        .map(EvidenceItem::view)
        .map(item -> new FieldView.Choice(item.id().toString(), words(item)))
        .toList();
  }

  private static String words(EvidenceView item) {
    return "Item " + item.number() + ": " + item.title();
  }
}
