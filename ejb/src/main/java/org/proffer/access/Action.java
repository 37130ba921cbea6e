package org.proffer.access;

import static org.proffer.access.Role.COMPLIANCE_OFFICER;
import static org.proffer.access.Role.EVIDENCE_CUSTODIAN;
import static org.proffer.access.Role.PARALEGAL;
import static org.proffer.access.Role.PROSECUTOR;
import static org.proffer.access.Role.SUPERVISING_ATTORNEY;

import java.util.Set;

/** Everything that can be asked of the services, and the roles that may ask it. */
public enum Action {
  /** List one's own cases. */
  LIST_CASES(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER, EVIDENCE_CUSTODIAN),
  /** Open a new case. */
  OPEN_CASE(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER),
  /** See a case, its parties and members. */
  VIEW_CASE(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER, EVIDENCE_CUSTODIAN),
  /** Write what a case is: title, court, docket number, judge, status. */
  EDIT_CASE(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER),
  /** Write the records of a case: parties, counts, facts, outcomes, events. */
  EDIT_CASE_FILE(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL),
  /** Sign that an instrument goes on with gaps in its proof. */
  SIGN_GAPS(PROSECUTOR, SUPERVISING_ATTORNEY),
  /** Add a member to a case. */
  ADD_MEMBER(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER),
  /** Take a member off a case. */
  REMOVE_MEMBER(PROSECUTOR, SUPERVISING_ATTORNEY),
  /** Receive an evidence item. */
  RECEIVE_EVIDENCE(
      PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER, EVIDENCE_CUSTODIAN),
  /** See evidence items and their custody. */
  VIEW_EVIDENCE(
      PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER, EVIDENCE_CUSTODIAN),
  /** Take the bytes of an evidence item or a message. */
  DOWNLOAD_EVIDENCE(
      PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER, EVIDENCE_CUSTODIAN),
  /** Start or cancel an import. */
  RUN_IMPORT(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER),
  /** Search and read messages and findings. */
  READ_MESSAGES(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER),
  /** Check a case again under the rules of now. */
  RUN_RECHECK(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER),
  /** Confirm or overrule a finding. */
  DECIDE_FINDING(PROSECUTOR, SUPERVISING_ATTORNEY, COMPLIANCE_OFFICER),
  /** Produce and read documents. */
  PRODUCE_DOCUMENT(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER),
  /** Check one message without a case. */
  CHECK_MESSAGE(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL, COMPLIANCE_OFFICER);

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<Role> roles;

  Action(Role... roles) {
    this.roles = Set.of(roles);
  }

  /** The roles that may ask it. */
  public Set<Role> roles() {
    return roles;
  }
}
