package org.proffer.access;

/** What somebody does on a case. */
public enum MemberRole {
  /** Responsible for the case. */
  LEAD("Lead"),
  /** Stands beside the lead. */
  SECOND_CHAIR("Second chair"),
  /** Supervises it. */
  SUPERVISOR("Supervisor"),
  /** Prepares it. */
  PARALEGAL("Paralegal"),
  /** Investigates. */
  AGENT("Agent"),
  /** Reads messages and data. */
  ANALYST("Analyst"),
  /** Something else. */
  OTHER("Other");

  private final String label;

  MemberRole(String label) {
    this.label = label;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }
}
