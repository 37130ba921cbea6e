package org.proffer.law.canspam.recorded;

import java.time.Instant;

/**
 * An address was sold, leased, exchanged, transferred or released.
 *
 * @param address the address, alone or within a list
 * @param by who gave it
 * @param to who got it
 * @param at when
 * @param knewOfRequest whether who gave it was the sender or knew of the recipient's objection
 * @param complianceOnly whether it was given only to comply with law, as a list of addresses to
 *     leave out
 * @param source where the fact comes from
 */
public record Transfer(
    String address,
    String by,
    String to,
    Instant at,
    boolean knewOfRequest,
    boolean complianceOnly,
    String source)
    implements Fact {}
