package org.proffer.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One MIME part, leaf or multipart.
 *
 * @param section the IMAP section number: {@code 1}, {@code 1.2} ...; the root of a multipart
 *     message is the empty string, the only part of a message that is not multipart is {@code 1}
 * @param mediaType lower case, without parameters, for example {@code text/html}; the default of
 *     RFC 2045 where none is given or it cannot be read
 * @param headers the part's own header fields (for the root: none, they are the message's)
 * @param fileName from Content-Disposition or Content-Type, decoded, as claimed by the message:
 *     never a path to use
 * @param attachment whether the part is presented as an attachment
 * @param contentId without angle brackets
 * @param offset byte offset of the part's encoded body from the start of the message
 * @param length bytes of the encoded body
 * @param text the decoded text of a {@code text/*} leaf; null for any other part
 * @param sha256 hexadecimal SHA-256 of the decoded content of a leaf that is not text; null for any
 *     other part
 * @param decodedLength bytes of the decoded content of a leaf, 0 for a multipart
 * @param children the parts of a multipart, or the parts of an embedded message
 */
public record Part(
    String section,
    String mediaType,
    List<HeaderField> headers,
    Optional<String> fileName,
    boolean attachment,
    Optional<String> contentId,
    long offset,
    long length,
    @Nullable DecodedText text,
    @Nullable String sha256,
    long decodedLength,
    List<Part> children) {

  public Part {
    headers = List.copyOf(headers);
    children = List.copyOf(children);
  }

  /** This part and all below it, in the order of the message. */
  public Stream<Part> walk() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Part::walk));
  }

  /** Whether this is an HTML text leaf. */
  public boolean isHtml() {
    return text != null && mediaType.equals("text/html");
  }
}
