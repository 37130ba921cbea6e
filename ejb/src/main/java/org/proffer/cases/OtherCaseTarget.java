package org.proffer.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  public @Nullable String title(UUID caseId, UUID id) {
    return entities
        .createQuery("from CaseFile c where c.id = :id", CaseFile.class)
        .setParameter("id", id)
        .getResultStream()
        .map(CaseFile::words)
        .findFirst()
        .orElse(null);
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
