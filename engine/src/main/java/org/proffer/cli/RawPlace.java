package org.proffer.cli;

import java.util.List;
import java.util.Locale;
import org.proffer.law.Span;
import org.proffer.mail.HeaderField;
import org.proffer.mail.ParsedMessage;
import org.proffer.mail.Part;

/**
 * Where words stand in the raw bytes of a message. In a body they may be encoded (RFC 2045 sections
 * 6.7 and 6.8); the place is then that of the encoded form.
 *
 * @param offset of the first byte, from the start of the message
 * @param length bytes
 */
record RawPlace(int offset, int length) {

  /** The place of a span; the whole message where its part is not there. */
  static RawPlace of(Span span, byte[] raw, ParsedMessage message) {
    if (span.part().equals(Span.HEADER)) {
      return within(span.offset(), span.offset() + span.length(), raw.length);
    }
    return message
        .parts()
        .filter(part -> part.section().equals(span.part()) && part.children().isEmpty())
        .findFirst()
        .map(part -> inPart(span, raw, part, encoding(part, message)))
        .orElse(new RawPlace(0, raw.length));
  }

  private static RawPlace inPart(Span span, byte[] raw, Part part, String encoding) {
    int from = (int) part.offset();
    int to = (int) Math.min(raw.length, part.offset() + part.length());
    int first = place(raw, from, to, encoding, span.offset());
    int last = place(raw, first, to, encoding, span.length());
    return within(first, last, raw.length);
  }

  private static RawPlace within(int from, int to, int length) {
    int first = Math.min(from, length);
    return new RawPlace(first, Math.max(first, Math.min(to, length)) - first);
  }

  private static String encoding(Part part, ParsedMessage message) {
    List<HeaderField> fields = part.headers().isEmpty() ? message.headers() : part.headers();
    return fields.stream()
        .filter(field -> field.is("Content-Transfer-Encoding"))
        .findFirst()
        .map(field -> field.value().strip().toLowerCase(Locale.ROOT))
        .orElse("7bit");
  }

  /** Where the decoded byte of that number begins, counted from {@code from}. */
  private static int place(byte[] raw, int from, int to, String encoding, int decoded) {
    return switch (encoding) {
      case "quoted-printable" -> quotedPrintable(raw, from, to, decoded);
      case "base64" -> base64(raw, from, to, decoded);
      default -> Math.min(to, from + decoded);
    };
  }

  private static int quotedPrintable(byte[] raw, int from, int to, int decoded) {
    int at = from;
    int left = decoded;
    while (at < to) {
      if (raw[at] == '=' && at + 1 < to && (raw[at + 1] == '\n' || raw[at + 1] == '\r')) {
        at += raw[at + 1] == '\r' && at + 2 < to && raw[at + 2] == '\n' ? 3 : 2;
        continue;
      }
      if (left == 0) {
        break;
      }
      at += raw[at] == '=' ? 3 : 1;
      left--;
    }
    return Math.min(to, at);
  }

  private static int base64(byte[] raw, int from, int to, int decoded) {
    int digits = (int) (decoded * 4L / 3);
    int at = from;
    while (at < to && (digits > 0 || !isBase64(raw[at]))) {
      digits -= isBase64(raw[at]) ? 1 : 0;
      at++;
    }
    return at;
  }

  private static boolean isBase64(byte b) {
    return (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || (b >= '0' && b <= '9')
        || b == '+'
        || b == '/';
  }
}
