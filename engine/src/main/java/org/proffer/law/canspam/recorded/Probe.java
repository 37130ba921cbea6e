package org.proffer.law.canspam.recorded;

import java.time.Instant;

/**
 * A test of the way to object.
 *
 * @param at when
 * @param accepted whether a request could be made and was received
 * @param source where the fact comes from
 */
public record Probe(Instant at, boolean accepted, String source) implements Fact {}
