package org.proffer.law;

/**
 * The words a statement rests on, and where they stand.
 *
 * @param part the IMAP section number of the part; {@code header} for the header block
 * @param offset byte offset into the decoded content of the part (for {@code header}: into the
 *     message)
 * @param length bytes
 * @param text the words, as a person reads them
 */
public record Span(String part, int offset, int length, String text) {

  /** The name of the header block as a part. */
  public static final String HEADER = "header";

  public Span {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("offset " + offset + ", length " + length);
    }
  }
}
