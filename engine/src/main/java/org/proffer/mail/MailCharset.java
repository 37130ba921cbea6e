package org.proffer.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text as mail really uses charsets: labels that are wrong, bytes without any label.
 *
 * <p>What is decided, in this order: valid UTF-8 with at least one character beyond ASCII is UTF-8
 * whatever a single-byte label says; a label that is known and fits is believed; bytes that are
 * undeclared, or beyond the US-ASCII that is declared, are what an HTML page says of itself, what a
 * byte order mark or the shifts of ISO-2022 show, and else windows-1252.
 */
final class MailCharset {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final byte[] bytes;
  private final long length;
  private final boolean complete;
  private final Problems problems;

  private MailCharset(byte[] bytes, long length, boolean complete, Problems problems) {
    this.bytes = bytes;
    this.length = length;
    this.complete = complete;
    this.problems = problems;
  }

  /** Takes what was found wrong. */
  interface Problems {
    void found(DefectCode code);
  }

  /**
   * Decodes text.
   *
   * @param declared the label of the part, or null where there is none
   * @param isHtml whether the text may name its charset itself
   * @param length bytes before a budget cut them
   * @param complete whether {@code bytes} are all of them
   */
  static DecodedText decode(
      byte[] bytes,
      @Nullable String declared,
      boolean isHtml,
      long length,
      boolean complete,
      Problems problems) {
    MailCharset text = new MailCharset(bytes, length, complete, problems);
    return declared == null || declared.isBlank()
        ? text.undeclared(isHtml)
        : text.declared(CharsetLabel.of(declared), isHtml);
  }

  private DecodedText declared(CharsetLabel label, boolean isHtml) {
    Charset charset = label.charset();
    if (charset == null) {
      problems.found(DefectCode.UNKNOWN_CHARSET);
      return undeclared(isHtml);
    }
    if (!label.registered()) {
      problems.found(DefectCode.UNREGISTERED_CHARSET_NAME);
    }
    if (charset.equals(StandardCharsets.US_ASCII)) {
      return undeclared(isHtml);
    }
    return labelled(label, charset, Utf8Shape.of(bytes));
  }

  private DecodedText labelled(CharsetLabel label, Charset charset, Utf8Shape shape) {
    boolean compatible = label.isAsciiCompatible();
    if (shape.ascii() && compatible) {
      boolean plain = charset.equals(StandardCharsets.UTF_8) || label.singleByte();
      return ascii(plain ? charset : StandardCharsets.US_ASCII);
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      if (shape.valid() || shape.mostly()) {
        return utf8(shape);
      }
      problems.found(DefectCode.WRONG_CHARSET);
      return single(WINDOWS_1252);
    }
    if (compatible && shape.valid() && (label.singleByte() || shape.sequences() > 3)) {
      problems.found(DefectCode.WRONG_CHARSET);
      return utf8(shape);
    }
    String text = label.singleByte() ? new String(bytes, charset) : strictly(bytes, charset);
    if (text == null) {
      return malformed(charset);
    }
    if (label.narrower() != null && exceeds(bytes, label.narrower())) {
      problems.found(DefectCode.CHARSET_EXCEEDED);
    }
    return new DecodedText(text, charset, length, complete, label.singleByte() ? null : bytes);
  }

  private DecodedText undeclared(boolean isHtml) {
    Utf8Shape shape = Utf8Shape.of(bytes);
    if (shape.ascii()) {
      DecodedText ascii = ascii(StandardCharsets.US_ASCII);
      Charset shifted = Iso2022.of(ascii.text());
      if (shifted == null) {
        return ascii;
      }
      problems.found(DefectCode.UNDECLARED_CHARSET);
      return labelled(CharsetLabel.of(shifted.name()), shifted, shape);
    }
    String named = isHtml ? HtmlCharset.of(bytes) : null;
    if (named != null) {
      CharsetLabel label = CharsetLabel.of(named);
      Charset charset = label.charset();
      if (charset != null && !charset.equals(StandardCharsets.US_ASCII)) {
        problems.found(DefectCode.CHARSET_ONLY_IN_HTML);
        return labelled(label, charset, shape);
      }
    }
    problems.found(DefectCode.UNDECLARED_CHARSET);
    if (hasUtf16Mark(bytes)) {
      return labelled(CharsetLabel.of("utf-16"), StandardCharsets.UTF_16, shape);
    }
    return shape.valid() || shape.mostly() ? utf8(shape) : single(WINDOWS_1252);
  }

  private static boolean hasUtf16Mark(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
            || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
  }

  /** Whether the bytes go beyond the charset that is named, which its superset does not show. */
  private static boolean exceeds(byte[] bytes, Charset narrower) {
    if (!DecodedText.isSingleByte(narrower)) {
      return strictly(bytes, narrower) == null;
    }
    for (byte b : bytes) {
      if (b < (byte) 0xa0) {
        return true; // the control characters of ISO 8859, which no text has
      }
    }
    return false;
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notOfThisCharset) {
      return null;
    }
  }

  private DecodedText ascii(Charset charset) {
    return new DecodedText(
        new String(bytes, StandardCharsets.ISO_8859_1), charset, length, complete);
  }

  private DecodedText utf8(Utf8Shape shape) {
    return shape.valid()
        ? new DecodedText(
            new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8, length, complete)
        : malformed(StandardCharsets.UTF_8);
  }

  private DecodedText single(Charset charset) {
    return new DecodedText(new String(bytes, charset), charset, length, complete);
  }

  private DecodedText malformed(Charset charset) {
    problems.found(DefectCode.MALFORMED_TEXT);
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(bytes));
      return new DecodedText(text.toString(), charset, length, complete, bytes);
    } catch (CharacterCodingException | RuntimeException decoderFails) {
      return single(WINDOWS_1252);
    }
  }

  /**
   * Decodes a few bytes of a header field or parameter, with the charset in which they make sense.
   *
   * @param charset the one that is named; null where none is, or it is not known
   * @param otherwise what is found where the bytes are not of the named charset
   */
  static String decodeShort(
      byte[] bytes, @Nullable Charset charset, DefectCode otherwise, Problems problems) {
    Utf8Shape shape = Utf8Shape.of(bytes);
    if (charset == null || (charset.equals(StandardCharsets.US_ASCII) && !shape.ascii())) {
      if (charset != null) {
        problems.found(otherwise);
      }
      return new String(bytes, shape.valid() ? StandardCharsets.UTF_8 : WINDOWS_1252);
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      if (shape.valid()) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
      problems.found(otherwise);
      return new String(bytes, shape.mostly() ? StandardCharsets.UTF_8 : WINDOWS_1252);
    }
    if (DecodedText.isSingleByte(charset)) {
      boolean isUtf8 = shape.valid() && !shape.ascii();
      if (isUtf8) {
        problems.found(otherwise);
      }
      return new String(bytes, isUtf8 ? StandardCharsets.UTF_8 : charset);
    }
    String text = strictly(bytes, charset);
    if (text == null) {
      problems.found(otherwise);
      return new String(bytes, charset);
    }
    return text;
  }
}
