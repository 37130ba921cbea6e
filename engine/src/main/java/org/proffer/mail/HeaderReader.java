package org.proffer.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects the header fields of one entity from its lines. */
final class HeaderReader {
  private final List<HeaderField> fields = new ArrayList<>();
  private final Defects defects;
  private final StringBuilder raw = new StringBuilder();
  private String name = "";
  private long offset;
  private int length;

  HeaderReader(Defects defects) {
    this.defects = defects;
  }

  /**
   * Takes a line that is not empty, or a further piece of a line too long to be read at once.
   *
   * @param first whether the piece begins the line
   * @param fieldFollows whether the line behind this one looks like a field
   * @return whether the line belongs to a header; if not, the body begins with it
   */
  boolean line(
      byte[] bytes,
      int start,
      int contentEnd,
      int end,
      long at,
      boolean first,
      boolean fieldFollows) {
    if (!first) {
      raw.append(text(bytes, start, contentEnd));
      length += end - start;
      return true;
    }
    if (bytes[start] == ' ' || bytes[start] == '\t') {
      if (name.isEmpty()) {
        defects.add(DefectCode.FOLD_WITHOUT_FIELD, at);
        return true;
      }
      raw.append(text(bytes, start, contentEnd));
      length += end - start;
      return true;
    }
    int colon = start;
    while (colon < contentEnd
        && bytes[colon] != ':'
        && bytes[colon] != ' '
        && bytes[colon] != '\t') {
      colon++;
    }
    int nameEnd = colon;
    while (colon < contentEnd && (bytes[colon] == ' ' || bytes[colon] == '\t')) {
      colon++;
    }
    if (colon >= contentEnd || bytes[colon] != ':') {
      return notAField(bytes, start, contentEnd, end, at, fieldFollows);
    }
    flush();
    if (colon > nameEnd) {
      defects.add(DefectCode.SPACE_BEFORE_COLON, at);
    }
    if (nameEnd == start) {
      defects.add(DefectCode.EMPTY_FIELD_NAME, at);
    }
    name = nameEnd == start ? "?" : text(bytes, start, nameEnd);
    raw.append(text(bytes, colon + 1, contentEnd));
    offset = at;
    length = end - start;
    return true;
  }

  private boolean notAField(
      byte[] bytes, int start, int contentEnd, int end, long at, boolean fieldFollows) {
    String line = text(bytes, start, Math.min(contentEnd, start + 6));
    if (line.startsWith("From ") || line.startsWith(">From ")) {
      defects.add(DefectCode.MBOX_LINE_IN_HEADER, at);
      return true;
    }
    if (name.isEmpty() && fields.isEmpty()) {
      defects.add(DefectCode.NO_HEADER_FIELDS, at);
      return false;
    }
    if (!fieldFollows) {
      return false;
    }
    defects.add(DefectCode.NOT_A_FIELD, at);
    length += end - start;
    return true;
  }

  private void flush() {
    if (!name.isEmpty()) {
      String written = raw.toString();
      String value = EncodedWords.decode(written, code -> defects.add(code, offset)).strip();
      fields.add(new HeaderField(name, value, written.strip(), offset, length));
      if (!isAscii(written)) {
        defects.add(DefectCode.EIGHT_BIT_HEADER, offset);
      }
      if (written.indexOf('\0') >= 0) {
        defects.add(DefectCode.NUL_IN_HEADER, offset);
      }
    }
    name = "";
    raw.setLength(0);
  }

  /** How many fields were begun. */
  int count() {
    return fields.size() + (name.isEmpty() ? 0 : 1);
  }

  List<HeaderField> finish() {
    flush();
    return fields;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
