package org.proffer.analysis;

/**
 * An address in a text.
 *
 * @param start first character
 * @param end character after the last
 * @param form what it was known by, for a person
 */
record AddressFound(int start, int end, String form) {}
