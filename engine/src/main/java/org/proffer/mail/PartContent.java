package org.proffer.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The decoded content of a part that is not text: what its SHA-256 was taken of. */
public final class PartContent {
  private PartContent() {}

  /**
   * Decodes a leaf.
   *
   * @param message the bytes the part was parsed from
   * @param parsed the message
   * @param part a leaf of it with a SHA-256
   * @throws IllegalArgumentException if the part is text, or has parts of its own
   * @throws IllegalStateException if the bytes are not those that were parsed
   */
  public static byte[] of(ByteSource message, ParsedMessage parsed, Part part) throws IOException {
    String sha256 = part.sha256();
    if (sha256 == null || !part.children().isEmpty()) {
      throw new IllegalArgumentException("part " + part.section() + " is no leaf without text");
    }
    String encoding = encoding(parsed, part);
    // The line end before a boundary belongs to the boundary; the hash tells which it was.
    for (boolean boundaryFollows : new boolean[] {true, false}) {
      byte[] content =
          decode(message.slice(part.offset(), part.length()), encoding, boundaryFollows);
      if (content.length == part.decodedLength() && sha256(content).equals(sha256)) {
        return content;
      }
    }
    throw new IllegalStateException("part " + part.section() + " no longer has its SHA-256");
  }

  private static String encoding(ParsedMessage parsed, Part part) {
    return (part.section().equals(parsed.root().section()) ? parsed.headers() : part.headers())
        .stream()
            .filter(field -> field.is("Content-Transfer-Encoding"))
            .findFirst()
            .map(HeaderField::value)
            .orElse("");
  }

  private static byte[] decode(ByteSource body, String encoding, boolean boundaryFollows)
      throws IOException {
    Content content = new Content();
    TransferDecoder decoder = LeafReader.decoder(LeafReader.name(encoding), content);
    ByteWindow window = new ByteWindow(body);
    try {
      while (window.next()) {
        decoder.piece(window.bytes, window.start, window.contentEnd, window.end, window.last);
      }
      decoder.finish(boundaryFollows);
    } finally {
      window.close();
    }
    return content.bytes.toByteArray();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Takes the decoded bytes; what is wrong with them was said when the message was parsed. */
  private static final class Content implements TransferDecoder.Sink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void decoded(byte[] piece, int from, int to) {
      bytes.write(piece, from, to - from);
    }

    @Override
    public void defect(DefectCode code) {
      // known
    }
  }
}
