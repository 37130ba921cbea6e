package org.proffer.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** UTF-7 (RFC 2152), for reading only. The platform does not have it. */
final class Utf7 extends Charset {
  static final Charset CHARSET = new Utf7();
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Utf7() {
    super("UTF-7", new String[] {"UNICODE-1-1-UTF-7", "csUnicode11UTF7"});
  }

  @Override
  public boolean contains(Charset other) {
    return other.name().equals("US-ASCII") || other.name().startsWith("UTF-");
  }

  @Override
  public boolean canEncode() {
    return false;
  }

  @Override
  public CharsetEncoder newEncoder() {
    throw new UnsupportedOperationException("UTF-7 is only read");
  }

  @Override
  public CharsetDecoder newDecoder() {
    return new Decoder(this);
  }

  private static final class Decoder extends CharsetDecoder {
    private boolean shifted;
    private boolean justShifted;
    private int bits;
    private int held;

    Decoder(Charset charset) {
      super(charset, 1.0f, 1.0f);
    }

    @Override
    protected void implReset() {
      shifted = false;
      justShifted = false;
      bits = 0;
      held = 0;
    }

    @Override
    protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
      while (in.hasRemaining()) {
        int b = in.get(in.position());
        if (b < 0) {
          implReset();
          return CoderResult.malformedForLength(1);
        }
        int value = shifted ? BASE64.indexOf(b) : -1;
        if (value >= 0 && held < 10) {
          in.get();
          justShifted = false;
          bits = bits << 6 | value;
          held += 6;
          continue;
        }
        boolean literal = !shifted && b != '+';
        boolean plus = justShifted && b == '-';
        boolean ends = shifted && b != '-';
        if ((value >= 0 || literal || plus || ends) && !out.hasRemaining()) {
          return CoderResult.OVERFLOW;
        }
        in.get();
        if (value >= 0) {
          bits = bits << 6 | value;
          held -= 10;
          out.put((char) (bits >> held));
        } else if (literal) {
          out.put((char) b);
        } else if (shifted) {
          implReset();
          if (plus) {
            out.put('+');
          } else if (ends) {
            out.put((char) b);
          }
        } else {
          shifted = true;
          justShifted = true;
        }
      }
      return CoderResult.UNDERFLOW;
    }
  }
}
