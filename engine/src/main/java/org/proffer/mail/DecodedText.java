package org.proffer.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a part after its transfer encoding and charset were decoded, with the way back to
 * bytes.
 *
 * @param text the characters
 * @param charset the charset that was used, which may differ from the declared one
 * @param bytes length of the decoded content in bytes (after transfer decoding, before charset
 *     decoding)
 * @param complete false when a budget cut the text short; the cut is a defect of the message
 */
public record DecodedText(String text, Charset charset, long bytes, boolean complete) {

  /** The text of a part that has none. */
  public static final DecodedText EMPTY = new DecodedText("", StandardCharsets.US_ASCII, 0, true);

  /**
   * Byte offset, in the decoded content, of the character at {@code index} (which may be the length
   * of the text).
   *
   * @throws IndexOutOfBoundsException if {@code index} is not within the text
   */
  public int byteOffset(int index) {
    java.util.Objects.checkIndex(index, text.length() + 1);
    if (charset.newEncoder().maxBytesPerChar() == 1.0f) {
      return index;
    }
    return text.substring(0, index).getBytes(charset).length;
  }
}
