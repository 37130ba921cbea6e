package org.proffer.law.canspam.recorded;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An affirmative consent (15 U.S.C. 7702(1)).
 *
 * @param address the address it was given for
 * @param to the party it was given to
 * @param at when it was given
 * @param express whether the recipient expressly consented, on a clear and conspicuous request or
 *     on its own initiative; a box ticked beforehand, silence or a purchase is not express
 * @param passedOnNotice whether the recipient had clear and conspicuous notice that the address
 *     could go to others
 * @param withdrawnAt when it was withdrawn; null while it was not
 * @param words the request as the recipient saw it
 * @param channel for example {@code checkout page}
 * @param source where the fact comes from
 */
public record Consent(
    String address,
    String to,
    Instant at,
    boolean express,
    boolean passedOnNotice,
    @Nullable Instant withdrawnAt,
    String words,
    String channel,
    String source)
    implements Fact {}
