package org.proffer.law;

/**
 * How one requirement stands for one message; a finding has exactly one. Of a defence or a
 * definition MET says that it is available, or that its test is fulfilled; neither is ever
 * violated.
 */
public enum Verdict {
  /** The requirement is kept, by facts that are in the message or recorded. */
  MET,
  /** The requirement is broken, by a test that is purely objective, or by recorded facts. */
  VIOLATED,
  /** It cannot be said; the finding lists the facts that are missing. */
  UNDETERMINED,
  /** The requirement does not reach this message. */
  NOT_APPLICABLE
}
