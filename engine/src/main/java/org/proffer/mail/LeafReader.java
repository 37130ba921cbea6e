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
  private long decoded;

  LeafReader(boolean isText, String encoding, long room, Defects defects, long offset) {
    this.digest = isText ? null : sha256();
    this.room = room;
    this.defects = defects;
    this.offset = offset;
    this.decoder = decoder(encoding);
  }

  private TransferDecoder decoder(String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> new TransferDecoder.Base64(this);
      case "quoted-printable" -> new TransferDecoder.QuotedPrintable(this);
      case "x-uuencode", "x-uue", "uuencode" -> new TransferDecoder.Uuencode(this);
      case "", "7bit", "8bit", "binary" -> new TransferDecoder.Identity(this);
      default -> {
        defects.add(DefectCode.UNKNOWN_TRANSFER_ENCODING, offset);
        yield new TransferDecoder.Identity(this);
      }
    };
  }

  void piece(byte[] bytes, int start, int contentEnd, int end, boolean last) {
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
    defects.add(code, offset);
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
  @Nullable DecodedText text(@Nullable String charset) {
    if (digest != null) {
      return null;
    }
    boolean complete = kept.size() == decoded;
    if (!complete) {
      defects.add(DefectCode.TEXT_CUT, offset);
    }
    return MailCharset.decode(
        kept.toByteArray(), charset, decoded, complete, code -> defects.add(code, offset));
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
