package org.proffer.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the members of a TAR archive: the old form, ustar, pax and GNU. */
final class TarReader {
  static final int BLOCK = 512;
  private static final int LONGEST_NAME = 1 << 16;

  private final InputStream in;
  private final Archives.MemberSink sink;
  private final String path;
  private final Archives.Nested nested;
  private final Runnable folder;
  private final byte[] block = new byte[BLOCK];
  private String longName = "";
  private long longSize = -1;

  /**
   * Reads from where the stream stands.
   *
   * @param folder told of each folder
   */
  TarReader(
      InputStream in,
      Archives.MemberSink sink,
      String path,
      Archives.Nested nested,
      Runnable folder) {
    this.in = in;
    this.sink = sink;
    this.path = path;
    this.nested = nested;
    this.folder = folder;
  }

  /** Whether a block is the header of a member, by its checksum. */
  static boolean isHeader(byte[] block) {
    if (block.length < BLOCK || block[0] == 0) {
      return false;
    }
    long stated = number(block, 148, 8);
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
    }
    return stated == sum;
  }

  void read() throws IOException {
    String last = "";
    while (true) {
      int n = in.readNBytes(block, 0, BLOCK);
      if (n == 0 || (n == BLOCK && isZero())) {
        return;
      }
      if (n < BLOCK || !isHeader(block)) {
        sink.problem(
            path,
            Archives.Problem.DAMAGED,
            (last.isEmpty() ? "The first header" : "The header after “" + last + "”")
                + " is damaged or cut short; what follows was not read.");
        return;
      }
      long size = number(block, 124, 12);
      char type = (char) (block[156] & 0xff);
      if (type == 'L' || type == 'x') {
        if (!extension(type, size)) {
          return;
        }
        continue;
      }
      size = longSize >= 0 ? longSize : size;
      last = Archives.join(path, longName.isEmpty() ? shortName() : longName);
      longName = "";
      longSize = -1;
      if (!member(type, last, Math.max(0, size))) {
        return;
      }
    }
  }

  private boolean member(char type, String name, long size) throws IOException {
    boolean content = type == '0' || type == 0 || type == '7';
    ByteSource.Limited bytes = new ByteSource.Limited(in, size);
    if (content && !name.endsWith("/")) {
      if (Archives.isUnsafe(name.substring(path.isEmpty() ? 0 : path.length() + 2))) {
        sink.problem(name, Archives.Problem.UNSAFE_NAME, Archives.UNSAFE);
      }
      nested.open(bytes, name);
    } else if (type == '5' || name.endsWith("/")) {
      folder.run();
    } else if (type == '1' || type == '2' || type == 'S') {
      sink.problem(
          name,
          Archives.Problem.UNSUPPORTED,
          type == 'S' ? "A file with holes is not read." : "A link has no content of its own.");
    }
    return finish(bytes, size, name);
  }

  /** Passes over the rest of a member and its padding. */
  private boolean finish(ByteSource.Limited bytes, long size, String name) throws IOException {
    byte[] buffer = new byte[1 << 13];
    while (bytes.read(buffer, 0, buffer.length) > 0) {
      // what was not taken is passed over
    }
    if (bytes.left() > 0) {
      sink.problem(
          name,
          Archives.Problem.DAMAGED,
          "The archive ends within this member; what could be read of it was kept.");
      return false;
    }
    pad(size);
    return true;
  }

  /** Passes over the bytes up to the next block; the last may lack them. */
  private void pad(long size) throws IOException {
    in.readNBytes((int) ((BLOCK - size % BLOCK) % BLOCK));
  }

  /** A long name (GNU), or the records of the next member (pax). */
  private boolean extension(char type, long size) throws IOException {
    if (size < 0 || size > LONGEST_NAME) {
      sink.problem(path, Archives.Problem.DAMAGED, "A name in the archive is too long.");
      return false;
    }
    byte[] bytes = in.readNBytes((int) size);
    pad(size);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (type == 'L') {
      longName = text.replaceFirst("\0.*", "");
      return true;
    }
    int at = 0;
    while (at < bytes.length) {
      int space = at;
      while (space < bytes.length && bytes[space] != ' ') {
        space++;
      }
      String digits = new String(bytes, at, space - at, StandardCharsets.US_ASCII);
      int length = digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
      if (length <= space - at + 1 || at + length > bytes.length) {
        break;
      }
      record(new String(bytes, space + 1, at + length - space - 2, StandardCharsets.UTF_8));
      at += length;
    }
    return true;
  }

  private void record(String keyAndValue) {
    if (keyAndValue.startsWith("path=")) {
      longName = keyAndValue.substring(5);
    } else if (keyAndValue.matches("size=\\d{1,18}")) {
      longSize = Long.parseLong(keyAndValue.substring(5));
    }
  }

  private String shortName() {
    String name = text(0, 100);
    boolean ustar = text(257, 5).equals("ustar") && block[262] == 0;
    String prefix = ustar ? text(345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private String text(int from, int length) {
    int end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return new String(block, from, end - from, StandardCharsets.UTF_8);
  }

  private boolean isZero() {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** A number in octal digits, or in binary where the first bit is set; -1 for none. */
  private static long number(byte[] from, int at, int length) {
    long value = 0;
    if (from[at] < 0) {
      for (int i = at + 1; i < at + length; i++) {
        value = (value << 8) | (from[i] & 0xff);
      }
      return value;
    }
    boolean any = false;
    for (int i = at; i < at + length; i++) {
      int c = from[i];
      if (c >= '0' && c <= '7') {
        value = (value << 3) | (c - '0');
        any = true;
      } else if (any || (c != ' ' && c != 0)) {
        break;
      }
    }
    return any ? value : -1;
  }
}
