package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.proffer.analysis.MessageTraits;
import org.proffer.check.CheckedMessage;
import org.proffer.check.MessageCheck;
import org.proffer.check.SameMessage;
import org.proffer.check.Sha256;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailbox;
import org.proffer.mail.ParsedMessage;
import org.proffer.platform.Ids;

/**
 * Takes one message in: checked by the engine, made ready to be stored. Called from several threads
 * at once.
 */
@ApplicationScoped
class MessageIntake {
  /** Characters of text that go into the search index, for each message. */
  static final int SEARCHED = 100_000;

  private static final int SMALL = 4 << 20;

  @Inject private Clock clock;
  @Inject private AttachmentOpening attachments;

  private final MessageCheck check = new MessageCheck();

  /**
   * What the rules of now say of a message that is stored.
   *
   * @throws IOException if the bytes cannot be read
   */
  Assessment checkAgain(ByteSource bytes, LocalDate lawAsOf) throws IOException {
    ByteSource read = bytes.length() <= SMALL ? ByteSource.of(bytes.readAll()) : bytes;
    return Assessment.of(check.check(read, RecordedFacts.NONE, null, lawAsOf));
  }

  /**
   * What a message that is stored is counted by.
   *
   * @throws IOException if the bytes cannot be read
   */
  void trace(StoredMessage message, ByteSource bytes) throws IOException {
    ByteSource read = bytes.length() <= SMALL ? ByteSource.of(bytes.readAll()) : bytes;
    CheckedMessage checked = check.check(read, RecordedFacts.NONE, null, message.lawAsOf);
    MessageTraits traits = MessageTraits.of(checked.message(), checked.facts());
    message.methods = traits.methods();
    message.contentSha256 = SameMessage.contentSha256(checked.message());
    message.group(traits);
  }

  StoredMessage check(
      ImportStore.Task task, String objectSha256, ByteSource object, ImportEntry.Range range)
      throws IOException {
    long objectOffset = range.member().offset() + range.offset();
    ByteSource bytes = object.slice(objectOffset, range.length());
    if (range.length() <= SMALL) {
      bytes = ByteSource.of(bytes.readAll());
    }
    StoredMessage message = new StoredMessage(Ids.next(clock));
    message.caseId = task.caseId();
    message.itemId = task.itemId();
    message.member = range.member().position();
    message.path = CleanText.of(range.member().path(), 4_000);
    message.objectSha256 = objectSha256;
    message.objectOffset = objectOffset;
    message.byteOffset = range.offset();
    message.length = range.length();
    try {
      CheckedMessage checked = check.check(bytes, RecordedFacts.NONE, null, task.undated());
      message.opened = attachments.open(bytes, checked.message());
      fill(message, checked, Attachments.hashes(bytes, checked.message()));
    } catch (RuntimeException e) {
      // One message must not stop all others: it is kept, with the reason.
      ImportLog.LOG.unchecked(
          new ImportId(task.importId()), range.member().position(), range.offset(), e);
      quarantine(message, Sha256.hex(bytes), task.undated(), e);
    }
    return message;
  }

  private static void fill(StoredMessage message, CheckedMessage checked, List<String> hashes) {
    ParsedMessage parsed = checked.message();
    Mailbox from = parsed.from().isEmpty() ? new Mailbox("", "", "") : parsed.from().get(0);
    message.sha256 = checked.sha256();
    message.outcome = parsed.outcome();
    message.quarantine = parsed.quarantineReason();
    message.sentAt = checked.facts().sentAt();
    message.fromName = CleanText.of(from.displayName(), 1_000);
    message.fromAddress = CleanText.of(from.address(), 1_000);
    message.subject = CleanText.of(parsed.subject(), 2_000);
    message.messageId = CleanText.of(parsed.messageId(), 1_000);
    message.defects =
        parsed.defects().stream().map(d -> d.code().name()).distinct().toArray(String[]::new);
    Assessment found = Assessment.of(checked);
    message.assess(found);
    message.searchText =
        MessageTerms.of(parsed, from, checked.sha256(), hashes, message.opened, SEARCHED);
    message.contentSha256 = SameMessage.contentSha256(parsed);
    message.mih = SameMessage.mih(parsed).orElse(null);
    message.group(found.traits());
  }

  private static void quarantine(
      StoredMessage message, String sha256, LocalDate lawAsOf, RuntimeException cause) {
    message.sha256 = sha256;
    message.opened = List.of();
    message.outcome = ParsedMessage.Outcome.QUARANTINED;
    message.quarantine =
        "The engine failed on this message ("
            + cause.getClass().getSimpleName()
            + "); its bytes are kept.";
    message.fromName = "";
    message.fromAddress = "";
    message.subject = "";
    message.messageId = "";
    message.defects = new String[0];
    message.assess(Assessment.none(lawAsOf));
    message.searchText = "";
  }
}
