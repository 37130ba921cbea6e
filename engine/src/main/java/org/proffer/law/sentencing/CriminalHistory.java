package org.proffer.law.sentencing;

/** The criminal history category (USSG 4A1.1). */
public enum CriminalHistory {
  /** None or one point. */
  I,
  /** Two or three points. */
  II,
  /** Four to six points. */
  III,
  /** Seven to nine points. */
  IV,
  /** Ten to twelve points. */
  V,
  /** Thirteen points or more. */
  VI
}
