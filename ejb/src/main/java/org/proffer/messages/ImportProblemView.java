package org.proffer.messages;

/**
 * Something in an item that is not a message that could be read.
 *
 * @param path where in the item; empty for the item itself
 * @param kind stable code
 * @param detail for a person: what it is, and what to do
 */
public record ImportProblemView(String path, String kind, String detail) {}
