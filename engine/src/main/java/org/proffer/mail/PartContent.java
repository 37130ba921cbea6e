package org.proffer.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The decoded content of a part: what its SHA-256 was taken of. An embedded message has its own
 * bytes as content, as they stand in the outer one.
 */
public final class PartContent {
  private PartContent() {}

  /** Whether a part has content of its own: a leaf, or an embedded message. */
  public static boolean isWhole(Part part) {
    return part.sha256() != null || part.text() != null || isEmbeddedMessage(part);
  }

  /** Whether a part is a message that was read together with the outer one. */
  public static boolean isEmbeddedMessage(Part part) {
    return part.sha256() == null
        && part.text() == null
        && part.mediaType().equals("message/rfc822")
        && !part.children().isEmpty();
  }

  /** Bytes of the content. */
  public static long length(Part part) {
    return isEmbeddedMessage(part) ? part.length() : part.decodedLength();
  }

  /**
   * Decodes a part into memory; for parts known to be small.
   *
   * @param message the bytes the part was parsed from
   * @param parsed the message
   * @param part see {@link #isWhole}
   * @throws IllegalArgumentException if the part is a multipart
   * @throws IllegalStateException if the bytes are not those that were parsed
   */
  public static byte[] of(ByteSource message, ParsedMessage parsed, Part part) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    copy(message, parsed, part, content);
    return content.toByteArray();
  }

  /**
   * Decodes a part into a stream, in bounded memory.
   *
   * @throws IllegalArgumentException if the part is a multipart
   * @throws IllegalStateException if the bytes are not those that were parsed; nothing was written
   *     then
   */
  public static void copy(ByteSource message, ParsedMessage parsed, Part part, OutputStream out)
      throws IOException {
    ByteSource body = body(message, part);
    if (isEmbeddedMessage(part)) {
      try (InputStream in = body.open(0)) {
        in.transferTo(out);
      }
      return;
    }
    String encoding = encoding(parsed, part);
    // The line end before a boundary belongs to the boundary; length and hash tell which it was.
    for (boolean boundaryFollows : new boolean[] {true, false}) {
      if (isIt(body, encoding, boundaryFollows, part)) {
        decode(body, encoding, boundaryFollows, out);
        return;
      }
    }
    throw new IllegalStateException(
        "part " + part.section() + " no longer has its SHA-256 or length");
  }

  /** The hexadecimal SHA-256 of a content, also of text. */
  public static String sha256(ByteSource message, ParsedMessage parsed, Part part)
      throws IOException {
    String known = part.sha256();
    if (known != null) {
      return known;
    }
    MessageDigest digest = digest();
    copy(message, parsed, part, new Hashing(digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The first bytes of a content, {@code most} of them or fewer: enough to tell what it is.
   *
   * @param most up to 16,384
   */
  public static byte[] head(ByteSource message, ParsedMessage parsed, Part part, int most)
      throws IOException {
    ByteSource body = body(message, part);
    ByteSource beginning = body.slice(0, Math.min(body.length(), 4L * most));
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    if (isEmbeddedMessage(part)) {
      content.write(beginning.readAll());
    } else {
      decode(beginning, encoding(parsed, part), false, content);
    }
    byte[] bytes = content.toByteArray();
    return bytes.length > most ? java.util.Arrays.copyOf(bytes, most) : bytes;
  }

  private static ByteSource body(ByteSource message, Part part) {
    if (!isWhole(part)) {
      throw new IllegalArgumentException("part " + part.section() + " has parts of its own");
    }
    return message.slice(part.offset(), part.length());
  }

  private static String encoding(ParsedMessage parsed, Part part) {
    return (part.section().equals(parsed.root().section()) ? parsed.headers() : part.headers())
        .stream()
            .filter(field -> field.is("Content-Transfer-Encoding"))
            .findFirst()
            .map(HeaderField::value)
            .orElse("");
  }

  private static boolean isIt(ByteSource body, String encoding, boolean boundaryFollows, Part part)
      throws IOException {
    MessageDigest digest = digest();
    long length = decode(body, encoding, boundaryFollows, new Hashing(digest));
    return length == part.decodedLength()
        && (part.sha256() == null
            || HexFormat.of().formatHex(digest.digest()).equals(part.sha256()));
  }

  private static long decode(
      ByteSource body, String encoding, boolean boundaryFollows, OutputStream out)
      throws IOException {
    Content content = new Content(out);
    TransferDecoder decoder = LeafReader.decoder(LeafReader.name(encoding), content);
    ByteWindow window = new ByteWindow(body);
    try {
      while (window.next()) {
        decoder.piece(window.bytes, window.start, window.contentEnd, window.end, window.last);
      }
      decoder.finish(boundaryFollows);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      window.close();
    }
    return content.length;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Hashes what is written. */
  private static final class Hashing extends OutputStream {
    private final MessageDigest digest;

    Hashing(MessageDigest digest) {
      this.digest = digest;
    }

    @Override
    public void write(int b) {
      digest.update((byte) b);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      digest.update(bytes, from, count);
    }
  }

  /** Takes the decoded bytes; what is wrong with them was said when the message was parsed. */
  private static final class Content implements TransferDecoder.Sink {
    private final OutputStream out;
    private long length;

    Content(OutputStream out) {
      this.out = out;
    }

    @Override
    public void decoded(byte[] piece, int from, int to) {
      try {
        out.write(piece, from, to - from);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      length += to - from;
    }

    @Override
    public void defect(DefectCode code) {
      // known
    }
  }
}
