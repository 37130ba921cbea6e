package org.proffer.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the header of a message says about it, and what it lacks. */
final class MessageEnvelope {
  private final Defects defects;
  private final List<HeaderField> fields;

  MessageEnvelope(Defects defects, List<HeaderField> fields) {
    this.defects = defects;
    this.fields = fields;
  }

  ParsedMessage finish(long length, Part root, @Nullable String quarantine) {
    Instant date = date();
    List<Mailbox> from =
        fields.stream()
            .filter(f -> f.is("From"))
            .findFirst()
            .map(f -> AddressList.parse(f.raw()))
            .orElse(List.of());
    counts();
    List<Hop> hops =
        fields.stream().filter(f -> f.is("Received")).map(ReceivedField::read).toList();
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
    HeaderField date = fields.stream().filter(f -> f.is("Date")).findFirst().orElse(null);
    if (date == null) {
      defects.add(DefectCode.MISSING_DATE, 0);
      return null;
    }
    Instant read = DateField.read(date.raw());
    if (read == null) {
      defects.add(DefectCode.UNREADABLE_DATE, date.offset());
    }
    return read;
  }

  private void counts() {
    if (none("From")) {
      defects.add(DefectCode.MISSING_FROM, 0);
    }
    if (none("Message-ID")) {
      defects.add(DefectCode.MISSING_MESSAGE_ID, 0);
    }
    several("Date", DefectCode.DUPLICATE_DATE);
    several("From", DefectCode.DUPLICATE_FROM);
    several("Subject", DefectCode.DUPLICATE_SUBJECT);
    several("Message-ID", DefectCode.DUPLICATE_MESSAGE_ID);
  }

  private boolean none(String name) {
    return fields.stream().noneMatch(f -> f.is(name));
  }

  private void several(String name, DefectCode code) {
    fields.stream().filter(f -> f.is(name)).skip(1).forEach(f -> defects.add(code, f.offset()));
  }
}
