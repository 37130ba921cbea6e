package org.proffer.law.fraud;

/** Who is sentenced: fines and assessments differ. */
public enum Offender {
  /** A person. */
  INDIVIDUAL,
  /** A company or another organisation. */
  ORGANISATION
}
