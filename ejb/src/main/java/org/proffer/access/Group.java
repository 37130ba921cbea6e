package org.proffer.access;

import static org.proffer.access.Role.ADMIN;
import static org.proffer.access.Role.AUDITOR;
import static org.proffer.access.Role.COMPLIANCE_OFFICER;
import static org.proffer.access.Role.EVIDENCE_CUSTODIAN;
import static org.proffer.access.Role.FILTER_TEAM;
import static org.proffer.access.Role.PARALEGAL;
import static org.proffer.access.Role.PROSECUTOR;
import static org.proffer.access.Role.SUPERVISING_ATTORNEY;

import java.util.Set;

/** Roles that the policy names together. */
enum Group {
  SUPERVISORS(SUPERVISING_ATTORNEY),
  ATTORNEYS(PROSECUTOR, SUPERVISING_ATTORNEY),
  TRIAL_TEAM(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL),
  /** Who judges, and answers for a case: of findings, of its course, of who works on it. */
  DECIDERS(PROSECUTOR, SUPERVISING_ATTORNEY, COMPLIANCE_OFFICER),
  /** Who reads messages. */
  REVIEWERS(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER),
  /** Who handles evidence. */
  HANDLERS(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER, EVIDENCE_CUSTODIAN),
  CUSTODIANS(EVIDENCE_CUSTODIAN),
  FILTERS(FILTER_TEAM),
  AUDITORS(AUDITOR),
  ADMINS(ADMIN),
  EVERYONE(Role.values());

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<Role> roles;

  Group(Role... roles) {
    this.roles = Set.of(roles);
  }

  Set<Role> roles() {
    return roles;
  }
}
