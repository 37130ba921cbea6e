package org.proffer.law.canspam.recorded;

/**
 * Somebody provided or selected addresses for the message.
 *
 * @param by who
 * @param knewOfRequest whether it knew, or circumstances fairly imply, that the message falls
 *     within an objection
 * @param source where the fact comes from
 */
public record Assistance(String by, boolean knewOfRequest, String source) implements Fact {}
