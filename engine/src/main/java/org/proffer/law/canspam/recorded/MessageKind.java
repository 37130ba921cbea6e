package org.proffer.law.canspam.recorded;

/**
 * The kind of mail this message belongs to among those the sender lets recipients choose from.
 *
 * @param kind for example {@code Promotions}
 * @param source where the fact comes from
 */
public record MessageKind(String kind, String source) implements Fact {}
