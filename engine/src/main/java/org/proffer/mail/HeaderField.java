package org.proffer.mail;

/**
 * One header field as it stands in the message; duplicates and original order are kept by the list
 * it is in.
 *
 * @param name the field name as written (compare without case)
 * @param value the value unfolded, RFC 2047 words decoded, charset repaired where it had to be;
 *     never with CR or LF
 * @param raw the value unfolded but otherwise as written, bytes above 127 read as ISO-8859-1
 * @param offset byte offset of the field name, from the start of the message (for a part's header
 *     too)
 * @param length bytes up to and including the line end that closes the field
 */
public record HeaderField(String name, String value, String raw, long offset, int length) {

  /** Whether this is the field of that name. */
  public boolean is(String fieldName) {
    return name.equalsIgnoreCase(fieldName);
  }
}
