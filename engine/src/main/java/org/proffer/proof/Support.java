package org.proffer.proof;

/** How far an element is supported against a defendant, from worst to best. */
public enum Support {
  /** No fact stands: the count falls for this defendant. Red. */
  NOTHING,
  /** Something stands, but all of it is contested or hangs on one source. Amber. */
  THIN_OR_CONTESTED,
  /** Uncontested, and no one exhibit or witness carries all of it. Green. */
  SUPPORTED
}
