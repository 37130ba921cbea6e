package org.proffer.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature in a file, and what came of verifying it.
 *
 * @param name as the signature says
 * @param subject of the certificate
 * @param issuer of the certificate; whether it is to be trusted is for the reader to say
 * @param at when it was made, as the signer says
 * @param stampedAt when it was made, as a time-stamp authority says; null without one
 * @param intact whether the bytes are those that were signed
 * @param whole whether it covers the whole file
 */
public record SignatureView(
    String name,
    String subject,
    String issuer,
    Instant at,
    @Nullable Instant stampedAt,
    boolean intact,
    boolean whole) {}
