package org.proffer.mail;

import java.io.IOException;
import java.io.InputStream;

/**
 * A window that moves over the bytes of a message from line to line. A line longer than the window
 * comes in several pieces. Small messages are looked at where they are, without copying.
 */
final class ByteWindow {
  private static final int WHOLE = 1 << 20;
  private static final int SIZE = 1 << 16;

  private final InputStream in;
  private final boolean crEndsLine;

  /** The bytes; the current piece is from {@code start} to {@code end}. */
  byte[] bytes;

  /** First byte of the piece. */
  int start;

  /** After the last byte that is not of the line end. */
  int contentEnd;

  /** After the line end. */
  int end;

  /** Whether the piece begins its line. */
  boolean first = true;

  /** Whether the piece ends its line. */
  boolean last = true;

  /** Whether the piece has a NUL. */
  boolean nul;

  /** Whether the piece has a CR that ends no line. */
  boolean loneCr;

  private int limit;
  private boolean exhausted;
  private long base;

  ByteWindow(ByteSource source) throws IOException {
    if (source.length() <= WHOLE) {
      bytes = source.readAll();
      limit = bytes.length;
      in = InputStream.nullInputStream();
      exhausted = true;
    } else {
      bytes = new byte[SIZE];
      in = source.open(0);
      fill();
    }
    crEndsLine = hasOnlyCr();
  }

  void close() throws IOException {
    in.close();
  }

  boolean crEndsLine() {
    return crEndsLine;
  }

  /** Offset of the piece from the start of the message. */
  long offset() {
    return base + start;
  }

  /** Offset of the byte after the piece. */
  long offsetAfter() {
    return base + end;
  }

  /** Moves to the next piece; false at the end. */
  boolean next() throws IOException {
    first = last;
    start = end;
    nul = false;
    loneCr = false;
    int at = start;
    while (true) {
      int found = crEndsLine ? findCr(at) : findLf(at);
      if (found >= 0) {
        contentEnd = !crEndsLine && found > start && bytes[found - 1] == '\r' ? found - 1 : found;
        end = found + 1;
        last = true;
        return true;
      }
      at = limit;
      if (exhausted) {
        contentEnd = limit;
        end = limit;
        last = true;
        if (end > start && bytes[end - 1] == '\r') {
          loneCr = true;
        }
        return end > start;
      }
      if (start == 0 && limit == bytes.length) {
        end = bytes[limit - 1] == '\r' ? limit - 1 : limit;
        contentEnd = end;
        last = false;
        return true;
      }
      at -= compact(start);
      fill();
    }
  }

  /** The byte {@code n} places after the piece, or -1 beyond the end or a bounded look-ahead. */
  int ahead(int n) throws IOException {
    if (end + n >= limit && !exhausted && n < SIZE / 4) {
      int moved = compact(start);
      end -= moved;
      contentEnd -= moved;
      start = 0;
      fill();
    }
    return end + n < limit ? bytes[end + n] & 0xff : -1;
  }

  private int findLf(int from) {
    byte[] b = bytes;
    for (int i = from; i < limit; i++) {
      int c = b[i];
      if (c <= '\r' && c >= 0) {
        if (c == '\n') {
          return i;
        }
        if (c == 0) {
          nul = true;
        } else if (c == '\r' && i + 1 < limit && b[i + 1] != '\n') {
          loneCr = true;
        }
      }
    }
    return -1;
  }

  private int findCr(int from) {
    for (int i = from; i < limit; i++) {
      if (bytes[i] == '\r') {
        return i;
      }
      nul |= bytes[i] == 0;
    }
    return -1;
  }

  private int compact(int keepFrom) {
    System.arraycopy(bytes, keepFrom, bytes, 0, limit - keepFrom);
    base += keepFrom;
    limit -= keepFrom;
    if (start == keepFrom) {
      start = 0;
    }
    return keepFrom;
  }

  private void fill() throws IOException {
    while (limit < bytes.length) {
      int n = in.read(bytes, limit, bytes.length - limit);
      if (n < 0) {
        exhausted = true;
        return;
      }
      limit += n;
    }
  }

  private boolean hasOnlyCr() {
    int cr = 0;
    int look = Math.min(limit, SIZE);
    for (int i = 0; i < look; i++) {
      if (bytes[i] == '\n') {
        return false;
      }
      if (bytes[i] == '\r') {
        cr++;
      }
    }
    return cr > 1;
  }
}
