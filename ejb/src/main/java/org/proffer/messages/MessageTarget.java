package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  public @Nullable String title(UUID caseId, UUID id) {
    StoredMessage message = entities.find(StoredMessage.class, id);
    return message == null || !message.caseId.equals(caseId)
        ? null
        : "Message " + message.number + ": " + message.subject;
  }

  @Override
  public List<FieldView.Choice> choices(UUID caseId) {
    return List.of();
  }
}
