package org.proffer.law.canspam.recorded;

/**
 * Whether the recipient's address was made by combining names, letters or numbers.
 *
 * @param generated whether by such automated means
 * @param known whether who initiated or assisted knew, or circumstances fairly imply it
 * @param source where the fact comes from
 */
public record GeneratedAddress(boolean generated, boolean known, String source) implements Fact {}
