package org.proffer.messages;

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

/** Records may refer to messages. */
@ApplicationScoped
class MessageTarget implements ReferenceTarget {
  @PersistenceContext private EntityManager entities;

  @Override
  public String kind() {
    return "message";
  }

  @Override
  public Map<UUID, String> titles(UUID caseId, Collection<UUID> ids) {
    return entities
        .createQuery(
            "select m.id, m.number, m.subject from StoredMessage m"
                + " where m.caseId = :case and m.id in :ids",
            Object[].class)
        .setParameter("case", caseId)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(
            Collectors.toMap(row -> (UUID) row[0], row -> "Message " + row[1] + ": " + row[2]));
  }

  @Override
  public List<FieldView.Choice> choices(UUID caseId) {
    return List.of();
  }
}
