package org.proffer.authentication;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.proffer.mail.ByteSource;

/**
 * The header fields of a message byte for byte, and where its body begins.
 *
 * <p>Signatures are over bytes, so this reading repairs nothing except line ends: a line feed
 * without carriage return is read as CRLF, which is what SMTP carried.
 *
 * @param fields in order
 * @param body offset of the first byte of the body; the length of the message if it has none
 * @param source the message
 */
record RawMessage(List<RawField> fields, long body, ByteSource source) {
  /** The longest header that is read, in bytes; behind it the message is called malformed. */
  static final int MOST_HEADER_BYTES = 4 << 20;

  static RawMessage read(ByteSource source) throws IOException, Stopped {
    List<RawField> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    long fieldStart = 0;
    long at = 0;
    try (InputStream in = new BufferedInputStream(source.open(0), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      while (true) {
        line.reset();
        int read = line(in, line, at);
        String text = text(line);
        boolean folded = text.startsWith(" ") || text.startsWith("\t");
        if ((read == 0 || !folded) && !field.isEmpty()) {
          fields.add(field(field.toString(), fieldStart, (int) (at - fieldStart)));
          field.setLength(0);
        }
        if (read == 0 || text.isEmpty()) {
          return new RawMessage(List.copyOf(fields), at + read, source);
        }
        if (field.isEmpty()) {
          fieldStart = at;
        }
        field.append(text).append("\r\n");
        at += read;
      }
    }
  }

  private static int line(InputStream in, ByteArrayOutputStream line, long at)
      throws IOException, Stopped {
    int read = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      read++;
      if (at + read > MOST_HEADER_BYTES) {
        throw Stopped.permanently("the header is longer than " + MOST_HEADER_BYTES + " bytes");
      }
      if (b == '\n') {
        return read;
      }
      line.write(b);
    }
    return read;
  }

  private static String text(ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static RawField field(String text, long offset, int length) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? "" : text.substring(0, colon).stripTrailing();
    boolean isName = !name.isEmpty() && name.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    return new RawField(isName ? name : "", text, offset, length);
  }

  /** The fields of that name in order. */
  List<RawField> named(String name) {
    return fields.stream().filter(field -> field.is(name)).toList();
  }
}
