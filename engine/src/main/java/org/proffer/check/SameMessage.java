package org.proffer.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.proffer.mail.Mailbox;
import org.proffer.mail.ParsedMessage;
import org.proffer.mail.Part;

/**
 * What tells a reviewer that two messages are the same although their bytes differ. Never for
 * counting: two copies of one message that reached two mailboxes are two messages sent.
 */
public final class SameMessage {
  private SameMessage() {}

  /**
   * SHA-256 over what a reader sees, in lower-case hexadecimal: the instant of the Date field, the
   * addresses of From without case, the subject, the words of each text, and the SHA-256 of every
   * other part, in the order of the message. Texts are brought into the Unicode form NFC, and
   * whatever space stands in them counts as one space. The header fields of its way (Received,
   * Delivered-To, lists) are left out, and so are To and Cc, which a mailing list or a blind copy
   * changes.
   */
  public static String contentSha256(ParsedMessage message) {
    MessageDigest digest = Sha256.digest();
    add(digest, message.date() == null ? "" : message.date().toString());
    for (Mailbox from : message.from()) {
      add(digest, from.address().toLowerCase(Locale.ROOT));
    }
    add(digest, words(message.subject()));
    message.parts().filter(part -> part.children().isEmpty()).forEach(part -> add(digest, part));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Part part) {
    add(digest, part.mediaType());
    add(
        digest,
        part.text() != null
            ? words(part.text().text())
            : Objects.requireNonNullElse(part.sha256(), ""));
  }

  /** Fields are told apart by their lengths. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static String words(String text) {
    String plain = singleSpaced(text).strip();
    return Normalizer.isNormalized(plain, Normalizer.Form.NFC)
        ? plain
        : Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /** Runs of white space, separators and control characters as one space each. */
  private static String singleSpaced(String text) {
    char[] words = text.toCharArray();
    int length = 0;
    boolean space = false;
    for (char c : words) {
      if (c > ' ' && (c < 0x7f || !isSpace(c))) {
        words[length++] = c;
        space = false;
      } else if (!space) {
        words[length++] = ' ';
        space = true;
      }
    }
    return new String(words, 0, length);
  }

  /** All such characters are in the basic plane. */
  private static boolean isSpace(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /**
   * The EDRM message identification hash: MD5 (RFC 1321) of the Message-ID without its angle
   * brackets and the space around them, in lower-case hexadecimal; empty where the message has no
   * Message-ID.
   */
  public static Optional<String> mih(ParsedMessage message) {
    String id = message.messageId().strip();
    String inner =
        id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1).strip() : id;
    return inner.isEmpty() ? Optional.empty() : Optional.of(md5(inner));
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
