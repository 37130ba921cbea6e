package org.proffer.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Encoded words (RFC 2047, with the language of RFC 2231 5), read as leniently as any mail program
 * does. What cannot be read stays as it stands.
 */
final class EncodedWords {
  private static final Set<String> WITHOUT =
      Set.of(
          "received",
          "message-id",
          "references",
          "in-reply-to",
          "date",
          "dkim-signature",
          "domainkey-signature",
          "arc-seal",
          "arc-message-signature",
          "mime-version",
          "content-type",
          "content-disposition",
          "content-transfer-encoding",
          "content-id",
          "return-path");

  /**
   * A code of the Q encoding, which base64 cannot have: only padding begins with an equals sign.
   */
  private static final Pattern QUOTED = Pattern.compile("=[0-9A-Fa-f]{2}");

  private final String raw;
  private final MailCharset.Problems problems;
  private final StringBuilder out = new StringBuilder();
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private String heldLabel = "";
  private int heldWords;

  private EncodedWords(String raw, MailCharset.Problems problems) {
    this.raw = raw;
    this.problems = problems;
  }

  /**
   * Decodes a field or a phrase of it.
   *
   * @param raw one character a byte, unfolded
   */
  static String decode(String raw, MailCharset.Problems problems) {
    boolean eightBit = false;
    boolean control = false;
    int length = raw.length();
    for (int i = 0; i < length; i++) {
      char c = raw.charAt(i);
      eightBit |= c > 0x7f;
      control |= c == 0 || c == '\r' || c == '\n';
    }
    String text = raw;
    if (raw.contains("=?")) {
      text = new EncodedWords(raw, problems).run();
      control = true;
    } else if (eightBit) {
      text = repair(raw);
    }
    return control ? withoutLineEnds(text) : text;
  }

  private static String withoutLineEnds(String text) {
    return text.replace('\0', '\ufffd').replace('\r', ' ').replace('\n', ' ');
  }

  private static String repair(String bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.charAt(i) > 0x7f) {
        return MailCharset.decodeShort(
            bytes.getBytes(StandardCharsets.ISO_8859_1),
            null,
            DefectCode.EIGHT_BIT_HEADER,
            code -> {});
      }
    }
    return bytes;
  }

  private String run() {
    int done = 0;
    int at = raw.indexOf("=?");
    while (at >= 0) {
      int next = word(at, done);
      if (next > 0) {
        done = next;
        at = raw.indexOf("=?", next);
      } else {
        problems.found(DefectCode.MALFORMED_ENCODED_WORD);
        at = raw.indexOf("=?", at + 2);
      }
    }
    flush();
    out.append(repair(raw.substring(done)));
    return out.toString();
  }

  /** Reads the word at {@code at}; what stands before it begins at {@code done}. */
  private int word(int at, int done) {
    int charsetEnd = raw.indexOf('?', at + 2);
    if (charsetEnd < 0
        || charsetEnd == at + 2
        || charsetEnd + 2 >= raw.length()
        || raw.charAt(charsetEnd + 2) != '?') {
      return -1;
    }
    char encoding = Character.toUpperCase(raw.charAt(charsetEnd + 1));
    if (encoding != 'B' && encoding != 'Q') {
      return -1;
    }
    String label = raw.substring(at + 2, charsetEnd);
    if (label.indexOf(' ') >= 0 || label.length() > 60) {
      return -1;
    }
    int star = label.indexOf('*');
    if (star >= 0) {
      label = label.substring(0, star);
    }
    int textFrom = charsetEnd + 3;
    int end = closing(textFrom);
    int after = end + 2;
    if (end < 0) {
      end = unclosed(textFrom);
      after = end;
      problems.found(DefectCode.MALFORMED_ENCODED_WORD);
    }
    String encoded = raw.substring(textFrom, end);
    if (after - at > 75) {
      problems.found(DefectCode.ENCODED_WORD_TOO_LONG);
    }
    if (encoded.indexOf(' ') >= 0 || encoded.indexOf('\t') >= 0) {
      problems.found(DefectCode.SPACE_IN_ENCODED_WORD);
    }
    before(at, done);
    boolean quoted = encoding == 'Q';
    if (!quoted && QUOTED.matcher(encoded).find()) {
      problems.found(DefectCode.ENCODED_WORD_WRONG_ENCODING);
      quoted = true;
    }
    hold(label, quoted ? quoted(encoded) : base64(encoded));
    if (after < raw.length() && "\t \"(),;<>".indexOf(raw.charAt(after)) < 0) {
      problems.found(DefectCode.ENCODED_WORD_NOT_SEPARATED);
    }
    return after;
  }

  /** The text between two words; white space alone is no text (RFC 2047 6.2). */
  private void before(int at, int done) {
    String between = raw.substring(done, at);
    if (heldWords > 0 && between.isBlank()) {
      return;
    }
    flush();
    if (!between.isEmpty()) {
      out.append(repair(between));
      char c = between.charAt(between.length() - 1);
      if (c == '"') {
        problems.found(DefectCode.ENCODED_WORD_IN_QUOTES);
      } else if (c != ' ' && c != '\t' && c != '(' && c != ',') {
        problems.found(DefectCode.ENCODED_WORD_NOT_SEPARATED);
      }
    }
  }

  /**
   * Where {@code ?=} closes the text, or -1 where another word begins before that. A code such as
   * {@code ?=41} does not close it.
   */
  private int closing(int from) {
    for (int i = from; i + 1 < raw.length(); i++) {
      if (raw.charAt(i) == '?' && raw.charAt(i + 1) == '=') {
        return i;
      }
      if (raw.charAt(i) == '=' && raw.charAt(i + 1) == '?' && !raw.startsWith("?=", i + 1)) {
        return -1;
      }
    }
    return -1;
  }

  private int unclosed(int from) {
    int end = from;
    while (end < raw.length() && " \t\"<>?".indexOf(raw.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private void hold(String label, byte[] bytes) {
    Charset charset = CharsetLabel.of(label).charset();
    if (heldWords > 0 && (!label.equalsIgnoreCase(heldLabel) || Utf7.CHARSET.equals(charset))) {
      flush(); // a word in UTF-7 ends its own shift
    }
    if (heldWords > 0
        && StandardCharsets.UTF_8.equals(charset)
        && bytes.length > 0
        && (bytes[0] & 0xc0) == 0x80) {
      problems.found(DefectCode.ENCODED_WORD_SPLITS_CHARACTER);
    }
    heldLabel = label;
    heldWords++;
    held.writeBytes(bytes);
  }

  private void flush() {
    if (heldWords == 0) {
      return;
    }
    Charset charset = CharsetLabel.of(heldLabel).charset();
    if (charset == null) {
      problems.found(DefectCode.ENCODED_WORD_UNKNOWN_CHARSET);
    }
    out.append(
        MailCharset.decodeShort(
            held.toByteArray(), charset, DefectCode.ENCODED_WORD_WRONG_CHARSET, problems));
    held.reset();
    heldWords = 0;
  }

  private byte[] quoted(String text) {
    byte[] bytes = new byte[text.length()];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_') {
        bytes[n++] = ' ';
      } else if (c == '=' && i + 2 < text.length() && hex(text, i + 1) >= 0) {
        bytes[n++] = (byte) hex(text, i + 1);
        i += 2;
      } else {
        if (c == '=') {
          problems.found(DefectCode.MALFORMED_ENCODED_WORD);
        }
        bytes[n++] = (byte) c;
      }
    }
    return Arrays.copyOf(bytes, n);
  }

  /** The value of two hexadecimal digits, or -1. */
  static int hex(String text, int at) {
    if (at + 1 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 || text.charAt(at) > 'f' || text.charAt(at + 1) > 'f'
        ? -1
        : high << 4 | low;
  }

  private byte[] base64(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    TransferDecoder.Base64 decoder =
        new TransferDecoder.Base64(
            new TransferDecoder.Sink() {
              @Override
              public void decoded(byte[] from, int start, int end) {
                bytes.write(from, start, end - start);
              }

              @Override
              public void defect(DefectCode code) {
                if (code == DefectCode.TRUNCATED_BASE64) {
                  problems.found(DefectCode.ENCODED_WORD_PADDING);
                } else if (code == DefectCode.INVALID_BASE64) {
                  problems.found(DefectCode.MALFORMED_ENCODED_WORD);
                }
              }
            });
    byte[] encoded = text.getBytes(StandardCharsets.ISO_8859_1);
    decoder.piece(encoded, 0, encoded.length, encoded.length, true);
    decoder.finish(true);
    return bytes.toByteArray();
  }

  /** A field in which encoded words have no meaning: only its bytes are made characters. */
  static String plain(String raw) {
    return withoutLineEnds(repair(raw));
  }

  /** Whether encoded words have no meaning in a field of that name (RFC 2047 5). */
  static boolean hasNoneIn(String fieldName, String raw) {
    return raw.contains("=?") && WITHOUT.contains(fieldName.toLowerCase(Locale.ROOT));
  }
}
