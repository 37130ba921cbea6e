package org.proffer.analysis;

import java.util.List;
import java.util.Optional;
import org.proffer.law.Span;
import org.proffer.mail.HeaderField;
import org.proffer.mail.Mailbox;
import org.proffer.mail.ParsedMessage;

/** The header of a message as the detectors ask of it. */
final class Headers {
  private final ParsedMessage message;
  private final Mailbox from;

  Headers(ParsedMessage message) {
    this.message = message;
    this.from = message.from().isEmpty() ? new Mailbox("", "", "") : message.from().get(0);
  }

  ParsedMessage message() {
    return message;
  }

  String subject() {
    return message.subject();
  }

  /** The first mailbox of the From field; empty strings where there is none. */
  Mailbox from() {
    return from;
  }

  /** The first field of a name, its value; empty where there is none. */
  String value(String name) {
    return message.header(name).map(HeaderField::value).orElse("");
  }

  boolean has(String name) {
    return message.header(name).isPresent();
  }

  List<HeaderField> all(String name) {
    return message.headers().stream().filter(h -> h.is(name)).toList();
  }

  /** A field as evidence; an empty span at the start of the header where there is none. */
  Span span(String name) {
    Optional<HeaderField> field = message.header(name);
    return field.map(Headers::span).orElse(new Span(Span.HEADER, 0, 0, ""));
  }

  static Span span(HeaderField field) {
    return new Span(
        Span.HEADER,
        Math.toIntExact(Math.min(field.offset(), Integer.MAX_VALUE)),
        field.length(),
        field.name() + ": " + field.value());
  }

  /** The lower-case domain of the address in a field's value; empty where there is none. */
  String domainOf(String name) {
    return domainIn(value(name));
  }

  static String domainIn(String value) {
    int at = value.lastIndexOf('@');
    if (at < 0) {
      return "";
    }
    int end = at + 1;
    while (end < value.length()
        && (Character.isLetterOrDigit(value.charAt(end))
            || value.charAt(end) == '.'
            || value.charAt(end) == '-')) {
      end++;
    }
    return Body.lower(value.substring(at + 1, end));
  }
}
