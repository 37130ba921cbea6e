package org.proffer.mail;

/** Undoes a Content-Transfer-Encoding, line by line, as the lines stream past. */
abstract class TransferDecoder {
  private static final byte[] CRLF = {'\r', '\n'};

  /** Takes decoded bytes, and what was wrong with the encoded ones. */
  interface Sink {
    void decoded(byte[] bytes, int from, int to);

    void defect(DefectCode code);
  }

  final Sink sink;
  private byte[] heldEnd = CRLF;
  private int heldFrom = 2;
  private int heldTo = 2;

  TransferDecoder(Sink sink) {
    this.sink = sink;
  }

  /**
   * One piece of a line.
   *
   * @param contentEnd where the line end begins; {@code end} if the line goes on
   */
  abstract void piece(byte[] bytes, int start, int contentEnd, int end, boolean last);

  /** The end of the encoded body; a line end that belongs to a boundary line is dropped. */
  void finish(boolean boundaryFollows) {
    if (!boundaryFollows) {
      releaseLineEnd();
    }
  }

  final void holdLineEnd(byte[] bytes, int contentEnd, int end) {
    if (end - contentEnd == 2) {
      heldEnd = CRLF;
      heldFrom = 0;
      heldTo = 2;
    } else if (end - contentEnd == 1) {
      heldEnd = CRLF;
      heldFrom = bytes[contentEnd] == '\n' ? 1 : 0;
      heldTo = heldFrom + 1;
    }
  }

  final void releaseLineEnd() {
    if (heldFrom < heldTo) {
      sink.decoded(heldEnd, heldFrom, heldTo);
      heldFrom = heldTo;
    }
  }

  /** 7bit, 8bit and binary: nothing to undo. */
  static final class Identity extends TransferDecoder {
    Identity(Sink sink) {
      super(sink);
    }

    @Override
    void piece(byte[] bytes, int start, int contentEnd, int end, boolean last) {
      releaseLineEnd();
      if (contentEnd > start) {
        sink.decoded(bytes, start, contentEnd);
      }
      holdLineEnd(bytes, contentEnd, end);
    }
  }

  /**
   * Quoted-printable. A soft line break joins lines, white space at a line's end is not content, an
   * equals sign that begins no code stands for itself.
   */
  static final class QuotedPrintable extends TransferDecoder {
    private byte[] out = new byte[256];
    private byte[] carried = new byte[0];
    private boolean eightBit;
    private boolean lowerCase;
    private boolean tooLong;

    QuotedPrintable(Sink sink) {
      super(sink);
    }

    @Override
    void piece(byte[] bytes, int start, int contentEnd, int end, boolean last) {
      if (carried.length > 0) {
        byte[] joined = new byte[carried.length + end - start];
        System.arraycopy(carried, 0, joined, 0, carried.length);
        System.arraycopy(bytes, start, joined, carried.length, end - start);
        carried = new byte[0];
        line(joined, 0, joined.length - (end - contentEnd), joined.length, last);
      } else {
        line(bytes, start, contentEnd, end, last);
      }
    }

    private void line(byte[] bytes, int start, int contentEnd, int end, boolean last) {
      releaseLineEnd();
      int to = contentEnd;
      boolean soft = false;
      if (last) {
        while (to > start && (bytes[to - 1] == ' ' || bytes[to - 1] == '\t')) {
          to--;
        }
        if (to > start && bytes[to - 1] == '=') {
          soft = true;
          to--;
        }
      } else {
        for (int back = 1; back <= 2 && to - back >= start; back++) {
          if (bytes[to - back] == '=') {
            to -= back;
            carried = java.util.Arrays.copyOfRange(bytes, to, contentEnd);
            break;
          }
        }
      }
      if (!tooLong && contentEnd - start > 76) {
        tooLong = true;
        sink.defect(DefectCode.QUOTED_PRINTABLE_LINE_TOO_LONG);
      }
      decode(bytes, start, to);
      if (last && !soft) {
        holdLineEnd(bytes, contentEnd, end);
      }
    }

    private void decode(byte[] bytes, int start, int to) {
      if (out.length < to - start) {
        out = new byte[to - start];
      }
      int n = 0;
      for (int i = start; i < to; i++) {
        byte b = bytes[i];
        if (b == '=') {
          int high = hex(bytes, i + 1, to);
          int low = high < 0 ? -1 : hex(bytes, i + 2, to);
          if (high >= 0 && low >= 0) {
            out[n++] = (byte) (high << 4 | low);
            i += 2;
            continue;
          }
          sink.defect(DefectCode.INVALID_QUOTED_PRINTABLE);
        } else if (b < 0 && !eightBit) {
          eightBit = true;
          sink.defect(DefectCode.EIGHT_BIT_IN_QUOTED_PRINTABLE);
        }
        out[n++] = b;
      }
      if (n > 0) {
        sink.decoded(out, 0, n);
      }
    }

    private int hex(byte[] bytes, int i, int to) {
      if (i >= to) {
        return -1;
      }
      int c = bytes[i];
      if (c >= '0' && c <= '9') {
        return c - '0';
      }
      if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
      }
      if (c >= 'a' && c <= 'f') {
        if (!lowerCase) {
          lowerCase = true;
          sink.defect(DefectCode.LOWER_CASE_QUOTED_PRINTABLE);
        }
        return c - 'a' + 10;
      }
      return -1;
    }

    @Override
    void finish(boolean boundaryFollows) {
      if (carried.length > 0) {
        byte[] rest = carried;
        carried = new byte[0];
        decode(rest, 0, rest.length);
      }
      super.finish(boundaryFollows);
    }
  }

  /**
   * Base64. Characters outside the alphabet are passed over, data after padding are decoded on, an
   * incomplete last group gives the bytes it has.
   */
  static final class Base64 extends TransferDecoder {
    private static final byte[] VALUES = new byte[256];
    private static final byte PAD = -3;
    private static final byte SPACE = -2;

    static {
      java.util.Arrays.fill(VALUES, (byte) -1);
      String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
      for (int i = 0; i < alphabet.length(); i++) {
        VALUES[alphabet.charAt(i)] = (byte) i;
      }
      VALUES['='] = PAD;
      for (char c : " \t\r\n".toCharArray()) {
        VALUES[c] = SPACE;
      }
    }

    private byte[] out = new byte[256];
    private int group;
    private int have;
    private boolean padded;
    private boolean tooLong;

    Base64(Sink sink) {
      super(sink);
    }

    @Override
    void piece(byte[] bytes, int start, int contentEnd, int end, boolean last) {
      if (!tooLong && contentEnd - start > 76) {
        tooLong = true;
        sink.defect(DefectCode.BASE64_LINE_TOO_LONG);
      }
      int room = (contentEnd - start) / 4 * 3 + 6;
      if (out.length < room) {
        out = new byte[room];
      }
      int n = 0;
      int i = start;
      while (i < contentEnd) {
        if (have == 0 && !padded) {
          while (i + 4 <= contentEnd) {
            int four =
                VALUES[bytes[i] & 0xff] << 18
                    | VALUES[bytes[i + 1] & 0xff] << 12
                    | VALUES[bytes[i + 2] & 0xff] << 6
                    | VALUES[bytes[i + 3] & 0xff];
            if (four < 0) {
              break;
            }
            out[n] = (byte) (four >> 16);
            out[n + 1] = (byte) (four >> 8);
            out[n + 2] = (byte) four;
            n += 3;
            i += 4;
          }
          if (i >= contentEnd) {
            break;
          }
        }
        n = single(VALUES[bytes[i] & 0xff], n);
        i++;
      }
      if (n > 0) {
        sink.decoded(out, 0, n);
      }
    }

    private int single(byte value, int filled) {
      int n = filled;
      if (value >= 0) {
        if (padded) {
          padded = false;
          sink.defect(DefectCode.DATA_AFTER_PADDING);
        }
        group = group << 6 | value;
        if (++have == 4) {
          out[n] = (byte) (group >> 16);
          out[n + 1] = (byte) (group >> 8);
          out[n + 2] = (byte) group;
          n += 3;
          clear();
        }
      } else if (value == PAD) {
        if (!padded) {
          n = partial(n);
          padded = true;
        }
      } else if (value != SPACE) {
        sink.defect(DefectCode.INVALID_BASE64);
      }
      return n;
    }

    private int partial(int filled) {
      int n = filled;
      if (have == 2) {
        out[n++] = (byte) (group >> 4);
      } else if (have == 3) {
        out[n++] = (byte) (group >> 10);
        out[n++] = (byte) (group >> 2);
      } else if (have == 1) {
        sink.defect(DefectCode.TRUNCATED_BASE64);
      }
      clear();
      return n;
    }

    private void clear() {
      group = 0;
      have = 0;
    }

    @Override
    void finish(boolean boundaryFollows) {
      if (have > 0) {
        if (have > 1) {
          sink.defect(DefectCode.TRUNCATED_BASE64);
        }
        int n = partial(0);
        if (n > 0) {
          sink.decoded(out, 0, n);
        }
      }
    }
  }

  /** The uuencoding of mail before MIME, still used under {@code x-uuencode}. */
  static final class Uuencode extends TransferDecoder {
    private boolean begun;
    private boolean ended;
    private final byte[] out = new byte[96];

    Uuencode(Sink sink) {
      super(sink);
    }

    @Override
    void piece(byte[] bytes, int start, int contentEnd, int end, boolean last) {
      int length = contentEnd - start;
      if (ended || length == 0) {
        return;
      }
      if (length >= 6
          && new String(bytes, start, 6, java.nio.charset.StandardCharsets.US_ASCII)
              .equals("begin ")) {
        begun = true;
        return;
      }
      if (!begun) {
        return;
      }
      if (length == 3
          && bytes[start] == 'e'
          && bytes[start + 1] == 'n'
          && bytes[start + 2] == 'd') {
        ended = true;
        return;
      }
      int count = value(bytes, start, contentEnd);
      int n = 0;
      for (int i = start + 1; n < count && i < contentEnd; i += 4) {
        int four =
            value(bytes, i, contentEnd) << 18
                | value(bytes, i + 1, contentEnd) << 12
                | value(bytes, i + 2, contentEnd) << 6
                | value(bytes, i + 3, contentEnd);
        out[n++] = (byte) (four >> 16);
        out[n++] = (byte) (four >> 8);
        out[n++] = (byte) four;
      }
      if (count > 0) {
        sink.decoded(out, 0, Math.min(n, count));
      }
    }

    private static int value(byte[] bytes, int i, int to) {
      return i < to ? (bytes[i] - ' ') & 0x3f : 0;
    }
  }
}
