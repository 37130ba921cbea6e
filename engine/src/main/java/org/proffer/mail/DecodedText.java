package org.proffer.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of a part after its transfer encoding and charset were decoded, with the way back to
 * bytes. Immutable and thread-safe; the index from characters to bytes is built when first asked
 * for.
 */
public final class DecodedText {

  /** The text of a part that has none. */
  public static final DecodedText EMPTY = new DecodedText("", StandardCharsets.US_ASCII, 0, true);

  private static final int STEP = 64;
  private static final int[] NONE = {};

  private final String text;
  private final Charset charset;
  private final long bytes;
  private final boolean complete;
  // Held only where encoding the text again would not give the bytes it came from.
  private final byte @Nullable [] content;
  private volatile int @Nullable [] index;

  /**
   * A text whose bytes are its characters encoded in {@code charset}.
   *
   * @param text the characters
   * @param charset the charset that was used, which may differ from the declared one
   * @param bytes length of the decoded content in bytes (after transfer decoding, before charset
   *     decoding)
   * @param complete false when a budget cut the text short; the cut is a defect of the message
   */
  public DecodedText(String text, Charset charset, long bytes, boolean complete) {
    this(text, charset, bytes, complete, null);
  }

  DecodedText(
      String text, Charset charset, long bytes, boolean complete, byte @Nullable [] content) {
    this.text = text;
    this.charset = charset;
    this.bytes = bytes;
    this.complete = complete;
    this.content = content;
  }

  /** The characters. */
  public String text() {
    return text;
  }

  /** The charset that was used, which may differ from the declared one. */
  public Charset charset() {
    return charset;
  }

  /** Bytes of the decoded content, after transfer decoding and before charset decoding. */
  public long bytes() {
    return bytes;
  }

  /** False when a budget cut the text short; the cut is a defect of the message. */
  public boolean complete() {
    return complete;
  }

  /**
   * Byte offset, in the decoded content, of the character at {@code index} (which may be the length
   * of the text). The second half of a surrogate pair has the offset of the first.
   *
   * @throws IndexOutOfBoundsException if {@code index} is not within the text
   */
  public int byteOffset(int index) {
    Objects.checkIndex(index, text.length() + 1);
    if (content != null) {
      return exactIndex(content)[index];
    }
    if (!charset.equals(StandardCharsets.UTF_8)) {
      return isSingleByte(charset) ? index : text.substring(0, index).getBytes(charset).length;
    }
    int[] marks = utf8Marks();
    if (marks == NONE) {
      return index;
    }
    int at = index / STEP * STEP;
    return marks[index / STEP] + utf8Length(at, index);
  }

  static boolean isSingleByte(Charset charset) {
    return charset.equals(StandardCharsets.US_ASCII)
        || charset.equals(StandardCharsets.ISO_8859_1)
        || (charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f);
  }

  private int[] utf8Marks() {
    int[] known = index;
    if (known == null) {
      known = NONE;
      if (bytes != text.length() || !complete) {
        known = new int[text.length() / STEP + 1];
        for (int i = 1; i < known.length; i++) {
          known[i] = known[i - 1] + utf8Length((i - 1) * STEP, i * STEP);
        }
      }
      index = known;
    }
    return known;
  }

  private int utf8Length(int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        length++;
      } else if (c < 0x800) {
        length += 2;
      } else if (Character.isHighSurrogate(c)) {
        // The four bytes are counted with the second half, so that both halves begin at the first.
      } else if (Character.isLowSurrogate(c)) {
        length += 4;
      } else {
        length += 3;
      }
    }
    return length;
  }

  private int[] exactIndex(byte[] from) {
    int[] known = index;
    if (known == null) {
      known = exactOffsets(from, charset, text.length());
      index = known;
    }
    return known;
  }

  /** Decodes again, one character at a time, and notes where each began. */
  private static int[] exactOffsets(byte[] from, Charset charset, int length) {
    int[] offsets = new int[length + 1];
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    ByteBuffer in = ByteBuffer.wrap(from);
    CharBuffer out = CharBuffer.allocate(4);
    int room = 1;
    int n = 0;
    while (n < length) {
      out.clear().limit(room);
      int before = in.position();
      decoder.decode(in, out, true);
      int made = out.position();
      if (made == 0) {
        if (room == 4 || !in.hasRemaining()) {
          break;
        }
        room++;
        continue;
      }
      for (int i = 0; i < made && n < length; i++) {
        offsets[n++] = before;
      }
      room = 1;
    }
    Arrays.fill(offsets, n, offsets.length, from.length);
    return offsets;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DecodedText that
        && text.equals(that.text)
        && charset.equals(that.charset)
        && bytes == that.bytes
        && complete == that.complete;
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, charset, bytes, complete);
  }

  @Override
  public String toString() {
    return "DecodedText[" + text.length() + " characters, " + charset + ", " + bytes + " bytes]";
  }
}
