package org.proffer.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects the header fields of one entity from its lines. */
final class HeaderReader {
  /** The longest line RFC 5322 2.1.1 allows, without its end. */
  static final int LONGEST = 998;

  private final List<HeaderField> fields = new ArrayList<>();
  private final Defects defects;
  private final StringBuilder raw = new StringBuilder();
  private String name = "";
  private long offset;
  private int length;
  private long lineAt;
  private int lineLength;
  private boolean eightBit;

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
      more(bytes, start, contentEnd, end, at);
      return true;
    }
    lineAt = at;
    lineLength = 0;
    if (bytes[start] == ' ' || bytes[start] == '\t') {
      if (isBlank(bytes, start, contentEnd)) {
        defects.add(DefectCode.BLANK_FOLDED_LINE, at);
      }
      if (name.isEmpty()) {
        defects.add(DefectCode.FOLD_WITHOUT_FIELD, at);
      } else {
        more(bytes, start, contentEnd, end, at);
      }
      return true;
    }
    int colon = start;
    while (colon < contentEnd && bytes[colon] > ' ' && bytes[colon] < 127 && bytes[colon] != ':') {
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
    offset = at;
    length = 0;
    lineLength = colon + 1 - start;
    more(bytes, colon + 1, contentEnd, end, at + colon + 1 - start);
    length += colon + 1 - start;
    return true;
  }

  /** Takes what belongs to the field that was begun. */
  private void more(byte[] bytes, int start, int contentEnd, int end, long at) {
    characters(bytes, start, contentEnd, at);
    boolean fitted = lineLength <= LONGEST;
    lineLength += contentEnd - start;
    if (fitted && lineLength > LONGEST) {
      defects.add(DefectCode.HEADER_LINE_TOO_LONG, lineAt);
    }
    raw.append(text(bytes, start, contentEnd));
    length += end - start;
  }

  private boolean notAField(
      byte[] bytes, int start, int contentEnd, int end, long at, boolean fieldFollows) {
    String line = text(bytes, start, Math.min(contentEnd, start + 6));
    if (line.startsWith("From ") || line.startsWith(">From ")) {
      defects.add(DefectCode.MBOX_LINE_IN_HEADER, at);
      return true;
    }
    if (name.isEmpty() && fields.isEmpty()) {
      return false;
    }
    if (!fieldFollows) {
      return false;
    }
    defects.add(DefectCode.NOT_A_FIELD, at);
    length += end - start;
    return true;
  }

  /** Notes bytes that a header must not have, where they are. */
  private void characters(byte[] bytes, int start, int contentEnd, long at) {
    for (int i = start; i < contentEnd; i++) {
      int c = bytes[i];
      if ((c >= ' ' && c < 127) || c == '\t') {
        continue;
      }
      if (c < 0) {
        if (!eightBit) {
          eightBit = true;
          defects.add(DefectCode.EIGHT_BIT_HEADER, at + i - start);
        }
      } else if (c == 0) {
        defects.addOnce(DefectCode.NUL_IN_HEADER, at + i - start);
      } else if (c == '\r') {
        defects.addOnce(DefectCode.LONE_CR_IN_HEADER, at + i - start);
      } else {
        defects.addOnce(DefectCode.CONTROL_IN_HEADER, at + i - start);
      }
    }
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private void flush() {
    if (!name.isEmpty()) {
      String written = raw.toString();
      String value =
          EncodedWords.hasNoneIn(name, written)
              ? EncodedWords.plain(written).strip()
              : EncodedWords.decode(written, code -> defects.add(code, offset)).strip();
      fields.add(new HeaderField(name, value, written.strip(), offset, length));
    }
    eightBit = false;
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

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
