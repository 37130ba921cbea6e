package org.proffer.mail;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the body of one leaf: text is kept as far as the budget goes, anything else is hashed.
 */
final class LeafReader implements TransferDecoder.Sink {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final @Nullable MessageDigest digest;
  private final TransferDecoder decoder;
  private final Defects defects;
  private final long offset;
  private final long room;
  private final boolean isSevenBit;
  private final boolean isUnencoded;
  private long lineAt;
  private long decoded;

  /**
   * @param encodingAt where the encoding is named
   * @param offset where the body begins
   */
  LeafReader(
      boolean isText, String encoding, long encodingAt, long room, Defects defects, long offset) {
    this.digest = isText ? null : sha256();
    this.room = room;
    this.defects = defects;
    this.offset = offset;
    this.lineAt = offset;
    String name = name(encoding);
    this.isSevenBit = name.isEmpty() || name.equals("7bit");
    if (!isKnown(name)) {
      defects.add(DefectCode.UNKNOWN_TRANSFER_ENCODING, encodingAt);
    }
    this.decoder = decoder(name, this);
    this.isUnencoded = decoder instanceof TransferDecoder.Identity;
  }

  /** The name of a transfer encoding as it is compared. */
  static String name(String encoding) {
    return encoding.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isKnown(String name) {
    return switch (name) {
      case "base64", "quoted-printable", "x-uuencode", "x-uue", "uuencode" -> true;
      case "", "7bit", "8bit", "binary" -> true;
      default -> false;
    };
  }

  /** What undoes an encoding; one that is not known is taken for none. */
  static TransferDecoder decoder(String name, TransferDecoder.Sink sink) {
    return switch (name) {
      case "base64" -> new TransferDecoder.Base64(sink);
      case "quoted-printable" -> new TransferDecoder.QuotedPrintable(sink);
      case "x-uuencode", "x-uue", "uuencode" -> new TransferDecoder.Uuencode(sink);
      default -> new TransferDecoder.Identity(sink);
    };
  }

  void piece(byte[] bytes, int start, int contentEnd, int end, boolean last, long at) {
    lineAt = at;
    decoder.piece(bytes, start, contentEnd, end, last);
  }

  void finish(boolean boundaryFollows) {
    decoder.finish(boundaryFollows);
  }

  @Override
  public void decoded(byte[] bytes, int from, int to) {
    decoded += to - from;
    if (digest != null) {
      digest.update(bytes, from, to - from);
    } else if (kept.size() < room) {
      kept.write(bytes, from, (int) Math.min(to - from, room - kept.size()));
    }
  }

  @Override
  public void defect(DefectCode code) {
    defects.add(code, lineAt);
  }

  /** Bytes decoded so far. */
  long decodedLength() {
    return decoded;
  }

  /** Bytes of text kept. */
  long keptLength() {
    return kept.size();
  }

  /** The text; null for a leaf that is not text. */
  @Nullable DecodedText text(@Nullable String charset, boolean isHtml) {
    if (digest != null) {
      return null;
    }
    boolean complete = kept.size() == decoded;
    if (!complete) {
      defects.add(DefectCode.TEXT_CUT, offset);
    }
    byte[] content = kept.toByteArray();
    long eightBit = offset;
    if (isUnencoded) {
      int at = firstEightBit(content);
      eightBit += Math.max(0, at);
      if (at >= 0 && isSevenBit) {
        defects.add(DefectCode.EIGHT_BIT_IN_7BIT, eightBit);
      }
    }
    long textAt = eightBit;
    return MailCharset.decode(
        content, charset, isHtml, decoded, complete, code -> defects.add(code, textAt));
  }

  private static int firstEightBit(byte[] content) {
    for (int i = 0; i < content.length; i++) {
      if (content[i] < 0) {
        return i;
      }
    }
    return -1;
  }

  /** The hash; null for text. */
  @Nullable String sha256Hex() {
    return digest == null ? null : HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
