package org.proffer.access;

/** What a person is to the office; the names are the roles of the login. */
public enum Role {
  /** Runs cases. */
  PROSECUTOR("Prosecutor"),
  /** Approves, reassigns, unseals. */
  SUPERVISING_ATTORNEY("Supervising attorney"),
  /** Brings evidence in. */
  PARALEGAL("Paralegal"),
  /** Audits marketing mail. */
  COMPLIANCE_OFFICER("Compliance officer"),
  /** Keeps the vault. */
  EVIDENCE_CUSTODIAN("Evidence custodian"),
  /** Reads the audit log, and no content. */
  AUDITOR("Auditor"),
  /** Users, configuration and jobs, and no content. */
  ADMIN("Administrator"),
  /** Reviews what may be privileged, apart from those who try the case. */
  FILTER_TEAM("Filter team");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }
}
