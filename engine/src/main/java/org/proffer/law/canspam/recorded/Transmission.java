package org.proffer.law.canspam.recorded;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When this copy was transmitted, as logs or a custodian say; the Date field alone is the sender's
 * claim.
 *
 * @param at when
 * @param zone time zone of the sender's place; null where unknown
 * @param source where the fact comes from
 */
public record Transmission(Instant at, @Nullable ZoneId zone, String source) implements Fact {}
