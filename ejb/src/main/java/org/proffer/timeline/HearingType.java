package org.proffer.timeline;

import org.proffer.records.Labelled;

/** What a hearing is held for. */
public enum HearingType implements Labelled {
  /** Fed. R. Crim. P. 5. */
  INITIAL_APPEARANCE("Initial appearance"),
  /** Fed. R. Crim. P. 5.1. */
  PRELIMINARY("Preliminary hearing"),
  /** Fed. R. Crim. P. 10. */
  ARRAIGNMENT("Arraignment"),
  /** 18 U.S.C. 3142(f). */
  DETENTION("Detention hearing"),
  /** Fed. R. Crim. P. 17.1. */
  STATUS("Status conference"),
  /** Fed. R. Crim. P. 12 and 47. */
  MOTION("Motion hearing"),
  /** Fed. R. Crim. P. 11. */
  PLEA("Change of plea"),
  /** A day of trial. */
  TRIAL("Trial"),
  /** Fed. R. Crim. P. 32. */
  SENTENCING("Sentencing"),
  /** Fed. R. Crim. P. 32.1. */
  REVOCATION("Revocation hearing"),
  /** Any other. */
  OTHER("Other hearing");

  private final String label;

  HearingType(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
