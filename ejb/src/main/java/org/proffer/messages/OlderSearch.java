package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.proffer.access.PortalsOwnWork;
import org.proffer.evidence.ItemDamaged;
import org.proffer.evidence.Vault;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailbox;
import org.proffer.mail.MessageParser;
import org.proffer.mail.ParseBudget;
import org.proffer.mail.ParsedMessage;

/** Makes up for what search does not know yet of messages that were imported before. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@PortalsOwnWork
class OlderSearch {
  private static final long LONGEST_NANOS = 30_000_000_000L;

  @PersistenceContext private EntityManager entities;
  @Inject private Vault vault;
  @Inject private AttachmentOpening attachments;

  /** Indexes some of them anew, and says how many; one that cannot be read keeps its words. */
  int some(int most) {
    List<UUID> older =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                "select id from proffer.message where search_form < 2 limit "
                    + most
                    + " for update skip locked",
                UUID.class)
            .getResultList();
    long end = System.nanoTime() + LONGEST_NANOS;
    int done = 0;
    for (UUID id : older) {
      if (System.nanoTime() - end > 0) {
        break; // Attachments that take long to open: the next round goes on.
      }
      done++;
      StoredMessage message = entities.find(StoredMessage.class, id);
      String words = words(message);
      var update =
          entities.createNativeQuery(
              "update proffer.message set search_form = 2"
                  + (words.isEmpty() ? "" : ", search = proffer.message_search(:words)")
                  + " where id = :id");
      if (!words.isEmpty()) {
        update.setParameter("words", words);
      }
      update.setParameter("id", message.id).executeUpdate();
    }
    return done;
  }

  private String words(StoredMessage message) {
    try {
      ByteSource bytes =
          vault.open(message.objectSha256).slice(message.objectOffset, message.length);
      ParsedMessage parsed = new MessageParser(ParseBudget.DEFAULT).parse(bytes);
      List<OpenedAttachment> opened = attachments.open(bytes, parsed);
      entities
          .unwrap(Session.class)
          .doWork(connection -> AttachmentRows.replace(connection, message.id, opened));
      Mailbox from = parsed.from().isEmpty() ? new Mailbox("", "", "") : parsed.from().get(0);
      return MessageTerms.of(
          parsed,
          from,
          message.sha256,
          Attachments.hashes(bytes, parsed),
          opened,
          MessageIntake.SEARCHED);
    } catch (IOException | ItemDamaged | IllegalStateException | java.io.UncheckedIOException e) {
      ImportLog.LOG.notIndexed(new MessageId(message.id), e);
      return "";
    }
  }
}
