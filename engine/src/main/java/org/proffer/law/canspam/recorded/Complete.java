package org.proffer.law.canspam.recorded;

/**
 * The records of a kind are complete: what is not among them did not happen.
 *
 * @param records of what
 * @param source where the fact comes from
 */
public record Complete(Records records, String source) implements Fact {
  /** Of what. */
  public enum Records {
    /** Affirmative consents. */
    CONSENTS,
    /** Requests to receive no more mail. */
    OPT_OUT_REQUESTS,
    /** Transfers of addresses. */
    TRANSFERS,
    /** Help with addresses by others. */
    ASSISTANCE
  }
}
