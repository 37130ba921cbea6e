package org.proffer.analysis;

import java.util.List;
import java.util.Optional;
import org.proffer.law.Span;
import org.proffer.mail.HeaderField;
import org.proffer.mail.Mailbox;
import org.proffer.mail.ParsedMessage;

/** The header of a message as the detectors ask of it. */
final class Headers {
  private static final Mailbox NOBODY = new Mailbox("", "", "");

  private final ParsedMessage message;
  private final Mailbox from;

  Headers(ParsedMessage message) {
    this.message = message;
    this.from = author(message);
  }

  /**
   * The first mailbox of the From field. Where the field is not one by the grammar, as when a comma
   * stands unquoted in the name, the name and address that a mail program shows.
   */
  private static Mailbox author(ParsedMessage message) {
    Mailbox first = message.from().isEmpty() ? NOBODY : message.from().get(0);
    if (isDomain(first.domain()) && first.displayName().indexOf("=?") < 0) {
      return first;
    }
    String shown = message.header("From").map(HeaderField::value).orElse("");
    int close = shown.lastIndexOf('>');
    int at = close < 0 ? -1 : shown.lastIndexOf('@', close);
    int open = at < 0 ? -1 : shown.lastIndexOf('<', at);
    if (open < 0) {
      return first;
    }
    String name = shown.substring(0, open).replace('"', ' ').strip();
    String local = shown.substring(open + 1, at).strip();
    return new Mailbox(name, local, Body.lower(shown.substring(at + 1, close)).strip());
  }

  private static boolean isDomain(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '-') {
        return false;
      }
    }
    return !s.isEmpty();
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
