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
  /** Reviews what may be privileged, apart from all others. */
  FILTER_TEAM("Filter team"),
  /** Broke glass: reads for an hour. */
  GUEST("Guest"),
  /** Something else. */
  OTHER("Other");

  private final String label;

  MemberRole(String label) {
    this.label = label;
  }

  /** Whether a person can be given this by another; a guest lets oneself in. */
  public boolean isGiven() {
    return this != GUEST;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }
}
