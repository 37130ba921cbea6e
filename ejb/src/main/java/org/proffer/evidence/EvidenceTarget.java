package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
  public Map<UUID, String> titles(UUID caseId, Collection<UUID> ids) {
    return entities
        .createQuery(
            "from EvidenceItem e where e.caseId = :case and e.id in :ids", EvidenceItem.class)
        .setParameter("case", caseId)
        .setParameter("ids", ids)
        .getResultStream()
        .map(EvidenceItem::view)
        .collect(Collectors.toMap(item -> item.id().value(), EvidenceTarget::words));
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
