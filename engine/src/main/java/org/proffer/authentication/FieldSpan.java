package org.proffer.authentication;

/**
 * Where the header field stands that a result rests on.
 *
 * @param name the name of the field as written
 * @param offset byte offset of the name, from the start of the message
 * @param length bytes, with the line end that closes the field
 */
public record FieldSpan(String name, long offset, int length) {}
