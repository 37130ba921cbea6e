package org.proffer.analysis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.mail.AddressList;
import org.proffer.mail.DecodedText;
import org.proffer.mail.HeaderField;
import org.proffer.mail.Hop;
import org.proffer.mail.Mailbox;
import org.proffer.mail.ParsedMessage;
import org.proffer.mail.Part;

/** A message put together for a test. */
final class Letter {
  private final List<HeaderField> headers = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Hop> hops = new ArrayList<>();
  private Mailbox from = new Mailbox("Acme Garden", "news", "acmegarden.example");
  private Instant date = Instant.parse("2026-03-02T10:00:00Z");

  static Letter plain(String text) {
    return new Letter().with("text/plain", text);
  }

  static Letter html(String text) {
    return new Letter().with("text/html", text);
  }

  Letter with(String mediaType, String text) {
    parts.add(
        new Part(
            Integer.toString(parts.size() + 1),
            mediaType,
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            0,
            text.length(),
            new DecodedText(
                text, StandardCharsets.UTF_8, text.getBytes(StandardCharsets.UTF_8).length, true),
            null,
            text.length(),
            List.of()));
    return this;
  }

  Letter header(String name, String value) {
    headers.add(new HeaderField(name, value, value, headers.size() * 40L, 40));
    return this;
  }

  Letter subject(String subject) {
    return header("Subject", subject);
  }

  Letter from(String display, String local, String domain) {
    from = new Mailbox(display, local, domain);
    return header("From", display + " <" + local + "@" + domain + ">");
  }

  /** The field as it stands, read by the grammar as far as it goes. */
  Letter fromField(String value) {
    from = AddressList.parse(value).get(0);
    return header("From", value);
  }

  Letter dated(String instant) {
    date = Instant.parse(instant);
    return this;
  }

  Letter hop(Hop hop) {
    hops.add(hop);
    return this;
  }

  ParsedMessage message() {
    Part root =
        new Part(
            "",
            "multipart/mixed",
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            0,
            0,
            null,
            null,
            0,
            parts);
    return new ParsedMessage(
        ParsedMessage.Outcome.PARSED, null, 0, headers, root, hops, date, List.of(from), List.of());
  }

  MessageFacts facts() {
    return new MessageAnalysis().analyze(message());
  }
}
