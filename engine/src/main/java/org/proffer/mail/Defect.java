package org.proffer.mail;

/**
 * Something in a message that departs from the standards, at a place.
 *
 * @param code which defect
 * @param offset byte offset from the start of the message
 */
public record Defect(DefectCode code, long offset) {}
