package org.proffer.law.fraud;

import java.time.LocalDate;
import org.proffer.law.Unit;

/**
 * The letter of an offence, by the longest imprisonment it can bring.
 *
 * <p>Source: 18 U.S.C. 3559(a); months in {@code thresholds.csv}, ids {@code class.*}. Terms are
 * whole months: more than one year is 13 months or more. Class A (life), the lesser misdemeanors
 * and infractions are not in the list; no offence of the catalogue is one.
 */
public enum OffenceClass {
  /** Twenty-five years or more. */
  B_FELONY("class B felony"),
  /** Less than 25 years, ten or more. */
  C_FELONY("class C felony"),
  /** Less than ten years, five or more. */
  D_FELONY("class D felony"),
  /** Less than five years, more than one. */
  E_FELONY("class E felony"),
  /** One year or less, more than six months. */
  A_MISDEMEANOR("class A misdemeanor");

  private final String words;

  OffenceClass(String words) {
    this.words = words;
  }

  /**
   * The class of an offence.
   *
   * @param maximumMonths the longest term it can bring
   * @param day whose law is applied
   * @throws IllegalArgumentException if the term is of a class that is not in the list
   */
  static OffenceClass of(int maximumMonths, LocalDate day) {
    for (OffenceClass candidate : values()) {
      if (maximumMonths >= Law.threshold("class." + candidate.name(), Unit.MONTHS, day)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("no class for a maximum of " + maximumMonths + " months");
  }

  /** Whether it is a felony. */
  public boolean isFelony() {
    return this != A_MISDEMEANOR;
  }

  /** Whether a person cannot be put on probation for it (18 U.S.C. 3561(a)(1)). */
  public boolean barsProbation() {
    return this == B_FELONY;
  }

  /** As in {@code class D felony}. */
  public String words() {
    return words;
  }
}
