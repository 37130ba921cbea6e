package org.proffer.law.canspam.recorded;

/**
 * How the message was relayed or retransmitted.
 *
 * @param withoutAuthorization whether through a computer or network accessed without authorization
 * @param knowing whether who relayed knew
 * @param toDisguise whether for purposes of disguising the origin
 * @param source where the fact comes from
 */
public record Relay(
    boolean withoutAuthorization, boolean knowing, boolean toDisguise, String source)
    implements Fact {}
