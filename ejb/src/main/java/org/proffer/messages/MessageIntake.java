package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.proffer.check.CheckedMessage;
import org.proffer.check.MessageCheck;
import org.proffer.check.Sha256;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.PrimaryPurpose;
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

  private final MessageCheck check = new MessageCheck();

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
    message.path = clean(range.member().path(), 4_000);
    message.objectSha256 = objectSha256;
    message.objectOffset = objectOffset;
    message.byteOffset = range.offset();
    message.length = range.length();
    try {
      String source =
          range.member().path().isEmpty()
              ? task.fileName()
              : task.fileName() + "!/" + range.member().path();
      fill(message, check.check(bytes, RecordedFacts.NONE, null, task.undated()), source);
    } catch (RuntimeException e) {
      // One message must not stop all others: it is kept, with the reason.
      ImportLog.LOG.unchecked(
          new ImportId(task.importId()), range.member().position(), range.offset(), e);
      quarantine(message, Sha256.hex(bytes), task.undated(), e);
    }
    return message;
  }

  private static void fill(StoredMessage message, CheckedMessage checked, String source) {
    ParsedMessage parsed = checked.message();
    Mailbox from = parsed.from().isEmpty() ? new Mailbox("", "", "") : parsed.from().get(0);
    message.sha256 = checked.sha256();
    message.outcome = parsed.outcome();
    message.quarantine = parsed.quarantineReason();
    message.sentAt = checked.facts().sentAt();
    message.fromName = clean(from.displayName(), 1_000);
    message.fromAddress = clean(from.address(), 1_000);
    message.subject = clean(parsed.subject(), 2_000);
    message.messageId = clean(parsed.messageId(), 1_000);
    message.purpose = checked.facts().purpose().value();
    message.lawAsOf = checked.lawAsOf();
    message.ruleVersion = CanSpamRules.VERSION;
    message.violated = ids(checked.findings(), Verdict.VIOLATED);
    message.undetermined = ids(checked.findings(), Verdict.UNDETERMINED);
    message.met = ids(checked.findings(), Verdict.MET);
    message.verdict = gravest(message);
    message.defects =
        parsed.defects().stream().map(d -> d.code().name()).distinct().toArray(String[]::new);
    message.assessment = AssessmentJson.write(source, message.byteOffset, message.length, checked);
    message.searchText = searchText(parsed, from);
  }

  private static void quarantine(
      StoredMessage message, String sha256, LocalDate lawAsOf, RuntimeException cause) {
    message.sha256 = sha256;
    message.outcome = ParsedMessage.Outcome.QUARANTINED;
    message.quarantine =
        "The engine failed on this message ("
            + cause.getClass().getSimpleName()
            + "); its bytes are kept.";
    message.fromName = "";
    message.fromAddress = "";
    message.subject = "";
    message.messageId = "";
    message.purpose = PrimaryPurpose.Value.UNDETERMINED;
    message.lawAsOf = lawAsOf;
    message.ruleVersion = CanSpamRules.VERSION;
    message.violated = new String[0];
    message.undetermined = new String[0];
    message.met = new String[0];
    message.defects = new String[0];
    message.verdict = Verdict.UNDETERMINED;
    message.assessment = "{\"findings\":[]}";
    message.searchText = "";
  }

  private static String[] ids(List<Finding> findings, Verdict verdict) {
    return findings.stream()
        .filter(finding -> finding.verdict() == verdict)
        .map(Finding::requirement)
        .distinct()
        .toArray(String[]::new);
  }

  private static Verdict gravest(StoredMessage message) {
    if (message.violated.length > 0) {
      return Verdict.VIOLATED;
    }
    if (message.undetermined.length > 0) {
      return Verdict.UNDETERMINED;
    }
    return message.met.length > 0 ? Verdict.MET : Verdict.NOT_APPLICABLE;
  }

  private static String searchText(ParsedMessage parsed, Mailbox from) {
    String words =
        parsed
            .parts()
            .map(part -> part.text())
            .filter(Objects::nonNull)
            .map(
                text ->
                    text.text().length() > SEARCHED
                        ? text.text().substring(0, SEARCHED)
                        : text.text())
            .collect(Collectors.joining("\n"));
    return clean(
        parsed.subject() + "\n" + from.displayName() + " " + from.address() + "\n" + words,
        SEARCHED);
  }

  /** Text as the database takes it: no NUL, no lone surrogate, at most so many characters. */
  private static String clean(String text, int most) {
    String cut = text.length() > most ? text.substring(0, most) : text;
    if (isSound(cut)) {
      return cut;
    }
    StringBuilder clean = new StringBuilder(cut.length());
    cut.codePoints()
        .forEach(c -> clean.appendCodePoint(c == 0 || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c));
    return clean.toString();
  }

  private static boolean isSound(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
