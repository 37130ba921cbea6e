package org.proffer.authentication;

/**
 * A result in the words of RFC 8601 section 2.7, or that none can be given for want of a record.
 */
public enum Outcome {
  /** Nothing to evaluate: no record published, no signature present. */
  NONE,
  /** The domain states nothing about the host. */
  NEUTRAL,
  /** The check succeeded. */
  PASS,
  /** The check failed. */
  FAIL,
  /** The domain thinks the host is not permitted. */
  SOFTFAIL,
  /** The check succeeded and what was used for it is not acceptable under the rules of the day. */
  POLICY,
  /** A failure of the DNS at the time. */
  TEMPERROR,
  /** What was published or signed cannot be understood. */
  PERMERROR,
  /** There is no record of that date, so nothing is said. */
  NOT_EVALUABLE
}
