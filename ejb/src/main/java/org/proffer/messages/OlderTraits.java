package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.proffer.access.PortalsOwnWork;
import org.proffer.analysis.MessageTraits;
import org.proffer.evidence.ItemDamaged;
import org.proffer.evidence.Vault;

/** Makes up for what trends do not know yet of messages that were imported before. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@PortalsOwnWork
class OlderTraits {
  @PersistenceContext private EntityManager entities;
  @Inject private Vault vault;
  @Inject private MessageIntake intake;

  /** Reads some of them anew, and says how many; of one that cannot be read nothing is told. */
  int some(int most) {
    List<UUID> older =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                "select id from proffer.message where methods is null limit "
                    + most
                    + " for update skip locked",
                UUID.class)
            .getResultList();
    for (UUID id : older) {
      StoredMessage message = entities.find(StoredMessage.class, id);
      try {
        intake.trace(
            message, vault.open(message.objectSha256).slice(message.objectOffset, message.length));
      } catch (IOException | ItemDamaged | UncheckedIOException | IllegalStateException e) {
        ImportLog.LOG.notIndexed(new MessageId(message.id), e);
        message.methods = MessageTraits.UNTOLD.methods();
      }
    }
    entities.flush();
    return older.size();
  }
}
