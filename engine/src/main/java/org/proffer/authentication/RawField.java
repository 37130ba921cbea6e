package org.proffer.authentication;

import java.util.Locale;

/**
 * A header field as the bytes have it, with line ends as CRLF.
 *
 * @param name as written, without white space before the colon; empty for a line that is no field
 * @param text the whole field with name, folds and the CRLF that closes it; bytes as ISO-8859-1
 * @param offset byte offset from the start of the message
 * @param length bytes in the message, with the line end
 */
record RawField(String name, String text, long offset, int length) {

  boolean is(String fieldName) {
    return name.equalsIgnoreCase(fieldName);
  }

  /** What stands behind the colon, as written. */
  String value() {
    return text.substring(text.indexOf(':') + 1);
  }

  FieldSpan span() {
    return new FieldSpan(name, offset, length);
  }

  /** The field as the header canonicalisation has it (RFC 6376 section 3.4.1 and 3.4.2). */
  String canonical(boolean relaxed) {
    return relaxed ? relaxed(value()) : text;
  }

  private String relaxed(String value) {
    String unfolded = value.replace("\r\n", "").replaceAll("[ \t]+", " ");
    int from = unfolded.startsWith(" ") ? 1 : 0;
    int to = unfolded.length() - (unfolded.length() > from && unfolded.endsWith(" ") ? 1 : 0);
    return name.toLowerCase(Locale.ROOT) + ":" + unfolded.substring(from, to) + "\r\n";
  }

  /**
   * The field as it is signed by itself: without the value of its tag {@code b} and the last CRLF.
   */
  String canonicalUnsigned(boolean relaxed) {
    String value = value();
    StringBuilder kept = new StringBuilder();
    int from = 0;
    while (from <= value.length()) {
      int semicolon = value.indexOf(';', from);
      int to = semicolon < 0 ? value.length() : semicolon;
      String tag = value.substring(from, to);
      int equals = tag.indexOf('=');
      boolean signature = equals >= 0 && tag.substring(0, equals).strip().equals("b");
      kept.append(signature ? tag.substring(0, equals + 1) : tag);
      if (semicolon >= 0) {
        kept.append(';');
      }
      from = to + 1;
    }
    String head = text.substring(0, text.indexOf(':') + 1);
    String bare = new RawField(name, head + kept, offset, length).canonical(relaxed);
    return bare.endsWith("\r\n") ? bare.substring(0, bare.length() - 2) : bare;
  }
}
