package org.proffer.cases;

/** Where a matter stands. */
public enum CaseStatus {
  /** Being investigated; there may be no docket number yet. */
  INVESTIGATION("Investigation"),
  /** Filed with a court. */
  FILED("Filed");

  private final String label;

  CaseStatus(String label) {
    this.label = label;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }
}
