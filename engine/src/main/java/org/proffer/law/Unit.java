package org.proffer.law;

/** What a number in a table of law counts. */
public enum Unit {
  /** United States dollars. */
  USD,
  /** Periods of 24 hours. */
  DAYS,
  /** Monday to Friday without federal holidays. */
  BUSINESS_DAYS,
  /** Calendar months. */
  MONTHS,
  /** Calendar years. */
  YEARS,
  /** A number to multiply by. */
  FACTOR
}
