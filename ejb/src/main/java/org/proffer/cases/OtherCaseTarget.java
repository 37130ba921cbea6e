package org.proffer.cases;

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

/** Records may refer to another case, as far as the person sees it; the database decides. */
@ApplicationScoped
class OtherCaseTarget implements ReferenceTarget {
  private static final int MOST = 1_000;

  @PersistenceContext private EntityManager entities;

  @Override
  public String kind() {
    return "other-case";
  }

  @Override
  public Map<UUID, String> titles(UUID caseId, Collection<UUID> ids) {
    return entities
        .createQuery("from CaseFile c where c.id in :ids", CaseFile.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(CaseFile::id, CaseFile::words));
  }

  @Override
  public List<FieldView.Choice> choices(UUID caseId) {
    return entities
        .createQuery("from CaseFile c where c.id <> :id order by c.title, c.id", CaseFile.class)
        .setParameter("id", caseId)
        .setMaxResults(MOST)
        .getResultStream()
        .map(c -> new FieldView.Choice(c.id().toString(), c.words()))
        .toList();
  }
}
