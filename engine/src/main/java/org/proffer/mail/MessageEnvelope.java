package org.proffer.mail;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the header of a message says about it, and what it lacks. */
final class MessageEnvelope {
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]+@[^<>\\s@]+>");
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

  private final Defects defects;
  private final List<HeaderField> fields;

  MessageEnvelope(Defects defects, List<HeaderField> fields) {
    this.defects = defects;
    this.fields = fields;
  }

  ParsedMessage finish(long length, Part root, @Nullable String quarantine) {
    Instant date = date();
    List<Mailbox> from = from();
    counts();
    messageId();
    mimeVersion();
    List<Hop> hops =
        fields.stream()
            .filter(f -> f.is("Received"))
            .map(f -> ReceivedField.read(f, defects))
            .toList();
    ParsedMessage.Outcome outcome =
        quarantine != null
            ? ParsedMessage.Outcome.QUARANTINED
            : defects.isEmpty()
                ? ParsedMessage.Outcome.PARSED
                : ParsedMessage.Outcome.PARSED_WITH_DEFECTS;
    return new ParsedMessage(
        outcome, quarantine, length, fields, root, hops, date, from, defects.inOrder());
  }

  private @Nullable Instant date() {
    HeaderField date = first("Date");
    if (date == null) {
      defects.add(DefectCode.MISSING_DATE, 0);
      return null;
    }
    DateField.Reading reading = DateField.examine(date.raw());
    reading.defects().forEach(code -> defects.add(code, date.offset()));
    return reading.instant();
  }

  private List<Mailbox> from() {
    HeaderField field = first("From");
    if (field == null) {
      defects.add(DefectCode.MISSING_FROM, 0);
      return List.of();
    }
    List<Mailbox> from = AddressList.parse(field.raw());
    if (from.stream().allMatch(MessageEnvelope::isUnreadable)) {
      defects.add(DefectCode.UNREADABLE_FROM, field.offset());
    } else if (from.stream().anyMatch(m -> m.domain().isEmpty())) {
      defects.add(DefectCode.FROM_WITHOUT_DOMAIN, field.offset());
    }
    if (from.stream().filter(m -> !m.domain().isEmpty()).count() > 1 && none("Sender")) {
      defects.add(DefectCode.SEVERAL_FROM_WITHOUT_SENDER, field.offset());
    }
    return from;
  }

  private static boolean isUnreadable(Mailbox mailbox) {
    return mailbox.domain().isEmpty()
        && (mailbox.localPart().isEmpty()
            || mailbox.localPart().chars().anyMatch(c -> c <= ' ' || c > '~'));
  }

  private void counts() {
    if (none("Message-ID")) {
      defects.add(DefectCode.MISSING_MESSAGE_ID, 0);
    }
    several("Date", DefectCode.DUPLICATE_DATE);
    several("From", DefectCode.DUPLICATE_FROM);
    several("Subject", DefectCode.DUPLICATE_SUBJECT);
    several("Message-ID", DefectCode.DUPLICATE_MESSAGE_ID);
    for (String name : List.of("Sender", "Reply-To", "To", "Cc", "Bcc")) {
      several(name, DefectCode.DUPLICATE_ADDRESS_FIELD);
    }
    several("In-Reply-To", DefectCode.DUPLICATE_THREAD_FIELD);
    several("References", DefectCode.DUPLICATE_THREAD_FIELD);
  }

  private void messageId() {
    HeaderField id = first("Message-ID");
    if (id != null && !MESSAGE_ID.matcher(id.raw()).matches()) {
      defects.add(DefectCode.MALFORMED_MESSAGE_ID, id.offset());
    }
  }

  private void mimeVersion() {
    HeaderField version = first("MIME-Version");
    if (version != null) {
      if (!COMMENT.matcher(version.raw()).replaceAll("").strip().equals("1.0")) {
        defects.add(DefectCode.UNKNOWN_MIME_VERSION, version.offset());
      }
      return;
    }
    fields.stream()
        .filter(f -> f.is("Content-Type") || f.is("Content-Transfer-Encoding"))
        .findFirst()
        .ifPresent(f -> defects.add(DefectCode.MISSING_MIME_VERSION, f.offset()));
  }

  private @Nullable HeaderField first(String name) {
    for (HeaderField field : fields) {
      if (field.is(name)) {
        return field;
      }
    }
    return null;
  }

  private boolean none(String name) {
    return first(name) == null;
  }

  private void several(String name, DefectCode code) {
    boolean seen = false;
    for (HeaderField field : fields) {
      if (field.is(name)) {
        if (seen) {
          defects.add(code, field.offset());
        }
        seen = true;
      }
    }
  }
}
