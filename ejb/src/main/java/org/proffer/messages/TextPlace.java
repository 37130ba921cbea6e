package org.proffer.messages;

/**
 * Words of a message, and where they stand.
 *
 * @param part section of the part
 * @param offset first byte in its decoded content
 * @param length bytes
 * @param words the words, {@value #LONGEST} characters at most
 */
public record TextPlace(String part, int offset, int length, String words) {
  static final int LONGEST = 2_000;
}
