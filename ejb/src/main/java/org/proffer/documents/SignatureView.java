package org.proffer.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature in a file, and what came of verifying it.
 *
 * @param name as the signature says
 * @param subject of the certificate
 * @param issuer of the certificate
 * @param from when the certificate begins to be valid
 * @param until when it ends to be valid
 * @param at when it was made, as the signer says
 * @param stampedAt when it was made, as a time-stamp authority says whose signature is sound; null
 *     without one
 * @param stampedBy the authority; empty without one
 * @param intact whether the bytes are those that were signed
 * @param whole whether it covers the whole file
 * @param standing what is to be thought of it
 * @param why in words
 */
public record SignatureView(
    String name,
    String subject,
    String issuer,
    Instant from,
    Instant until,
    Instant at,
    @Nullable Instant stampedAt,
    String stampedBy,
    boolean intact,
    boolean whole,
    Standing standing,
    String why) {

  /** What is to be thought of a signature; the gravest that is so. */
  public enum Standing {
    /** Intact, over the whole file, by somebody the office knows, with a certificate in force. */
    VALID("valid"),
    /** The file is not what was signed, or was written into afterwards. */
    CHANGED("changed afterwards"),
    /** The certificate was not in force, or nothing proves that it was. */
    EXPIRED("expired"),
    /** The certificate leads to none that the office trusts. */
    UNKNOWN_SIGNER("unknown signer");

    private final String label;

    Standing(String label) {
      this.label = label;
    }

    /** In words. */
    public String label() {
      return label;
    }
  }
}
