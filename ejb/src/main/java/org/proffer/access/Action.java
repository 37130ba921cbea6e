package org.proffer.access;

import static org.proffer.access.Effect.GOVERN;
import static org.proffer.access.Effect.OFFICE;
import static org.proffer.access.Effect.PRODUCE;
import static org.proffer.access.Effect.READ;
import static org.proffer.access.Effect.TAKE;
import static org.proffer.access.Effect.WRITE;
import static org.proffer.access.Group.ADMINS;
import static org.proffer.access.Group.ATTORNEYS;
import static org.proffer.access.Group.AUDITORS;
import static org.proffer.access.Group.CUSTODIANS;
import static org.proffer.access.Group.DECIDERS;
import static org.proffer.access.Group.EVERYONE;
import static org.proffer.access.Group.FILTERS;
import static org.proffer.access.Group.HANDLERS;
import static org.proffer.access.Group.REVIEWERS;
import static org.proffer.access.Group.SUPERVISORS;
import static org.proffer.access.Group.TRIAL_TEAM;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that can be asked of the services, what it does, and the roles that may ask it. Each
 * has its row in {@code docs/security/access-matrix.csv}.
 */
public enum Action {
  /** List one's own cases. */
  LIST_CASES(OFFICE, HANDLERS, FILTERS),
  /** Open a new case. */
  OPEN_CASE(OFFICE, REVIEWERS),
  /** Open a case from a case file that was exported. */
  IMPORT_CASE(OFFICE, REVIEWERS),
  /** Search one's own cases. */
  SEARCH(OFFICE, HANDLERS, FILTERS),
  /** See one's own calendar, and make or revoke its address. */
  SEE_CALENDAR(OFFICE, HANDLERS),
  /** Compare sentences across one's own cases. */
  COMPARE_OUTCOMES(OFFICE, TRIAL_TEAM),
  /** Check one message without a case. */
  CHECK_MESSAGE(OFFICE, REVIEWERS, FILTERS),
  /** Read the catalogue of rules of law. */
  READ_RULES(OFFICE, EVERYONE),
  /** Enter a case one is no member of, for an hour, with a reason. */
  BREAK_GLASS(OFFICE, ATTORNEYS),
  /** Review how others broke glass. */
  REVIEW_BREAK_GLASS(OFFICE, SUPERVISORS),
  /** Read the audit log. */
  READ_AUDIT(OFFICE, AUDITORS),
  /** Take the audit log out. */
  EXPORT_AUDIT(OFFICE, AUDITORS),
  /** Read the signed heads of the custody log, which say nothing of any case. */
  READ_CHECKPOINTS(OFFICE, EVERYONE),
  /** Compare the whole custody log with its signed heads. */
  CHECK_CUSTODY(OFFICE, CUSTODIANS, AUDITORS),
  /** Manage logins and roles. */
  MANAGE_LOGINS(OFFICE, ADMINS),
  /** See how the portal runs: jobs, backups, queues. */
  OPERATE(OFFICE, ADMINS),
  /** See what a case is: name, court, docket number, status. */
  VIEW_CASE(READ, HANDLERS, FILTERS),
  /** Write what a case is: title, court, docket number, judge, tags. */
  EDIT_CASE(WRITE, REVIEWERS),
  /** Move a case along its course, and close it. */
  CHANGE_STATUS(WRITE, DECIDERS),
  /** Open a closed or archived case again. */
  REOPEN_CASE(GOVERN, SUPERVISORS),
  /** Put a closed case away. */
  ARCHIVE_CASE(GOVERN, SUPERVISORS),
  /** Seal a case. */
  SEAL_CASE(GOVERN, ATTORNEYS),
  /** Unseal a case. */
  UNSEAL_CASE(GOVERN, SUPERVISORS),
  /** Forbid that anything of a case is destroyed. */
  SET_LEGAL_HOLD(GOVERN, ATTORNEYS),
  /** Lift a legal hold. */
  LIFT_LEGAL_HOLD(GOVERN, SUPERVISORS),
  /** Take out the whole case file. */
  EXPORT_CASE(TAKE, ATTORNEYS),
  /** See who works on a case. */
  VIEW_MEMBERS(READ, HANDLERS),
  /** Add a member to a case, or say what a member does there. */
  ADD_MEMBER(GOVERN, DECIDERS),
  /** Take a member off a case. */
  REMOVE_MEMBER(GOVERN, ATTORNEYS),
  /** Put a wall between a person and a case. */
  RAISE_WALL(GOVERN, ATTORNEYS),
  /** Lift a wall. */
  LIFT_WALL(GOVERN, SUPERVISORS),
  /** See parties, counts, notes and papers of a case. */
  VIEW_CASE_FILE(READ, REVIEWERS),
  /** Write parties, counts, facts, outcomes, events, notes; bring them back, remove them. */
  EDIT_CASE_FILE(WRITE, TRIAL_TEAM),
  /** See the proof board. */
  VIEW_PROOF(READ, TRIAL_TEAM),
  /** Sign that an instrument goes on with gaps in its proof. */
  SIGN_GAPS(WRITE, ATTORNEYS),
  /** See pleas, sentences and money. */
  VIEW_OUTCOMES(READ, TRIAL_TEAM),
  /** See the timeline. */
  VIEW_TIMELINE(READ, REVIEWERS),
  /** Receive an evidence item. */
  RECEIVE_EVIDENCE(WRITE, HANDLERS),
  /** See evidence items and their custody. */
  VIEW_EVIDENCE(READ, HANDLERS, FILTERS),
  /** Take the bytes of an evidence item. */
  DOWNLOAD_EVIDENCE(TAKE, HANDLERS, FILTERS),
  /** Hash the bytes of an evidence item again. */
  CHECK_FIXITY(TAKE, HANDLERS),
  /** Offer an evidence item that one holds to another, and take one over. */
  TRANSFER_EVIDENCE(GOVERN, HANDLERS),
  /** Enter in the custody of an item what was done with it; photograph it, count it. */
  HANDLE_EVIDENCE(GOVERN, HANDLERS),
  /** Make a working copy of an item, or receive what a tool made of it. */
  COPY_EVIDENCE(WRITE, HANDLERS),
  /** Forbid that an item is destroyed. */
  HOLD_EVIDENCE(GOVERN, ATTORNEYS),
  /** Lift the hold on an item. */
  RELEASE_EVIDENCE(GOVERN, SUPERVISORS),
  /** Ask that an item is destroyed, and destroy it once that is approved. */
  REQUEST_DESTRUCTION(GOVERN, CUSTODIANS),
  /** Approve or refuse that an item is destroyed. */
  APPROVE_DESTRUCTION(GOVERN, SUPERVISORS),
  /** Take out a package of evidence with its custody and proofs. */
  EXPORT_EVIDENCE(TAKE, HANDLERS),
  /** See the marks on evidence and the lists of disclosure. */
  READ_MARKS(READ, HANDLERS, FILTERS),
  /** Mark an item as grand-jury matter, as privileged, or as under a protective order. */
  SET_MARK(GOVERN, TRIAL_TEAM),
  /** Lift a mark under an order or a clearance. */
  LIFT_MARK(GOVERN, SUPERVISORS),
  /** Put a person on the list to whom marked matter may be disclosed. */
  DISCLOSE(GOVERN, ATTORNEYS),
  /** Read the messages out of an item. */
  RUN_IMPORT(WRITE, REVIEWERS, FILTERS),
  /** Stop an import. */
  CANCEL_IMPORT(WRITE, REVIEWERS, FILTERS),
  /** List, read and find messages and findings. */
  READ_MESSAGES(READ, REVIEWERS, FILTERS),
  /** Code messages, one or many; comment on them; make and take batches; keep searches. */
  CODE_MESSAGES(WRITE, REVIEWERS, FILTERS),
  /** Take the bytes of a message. */
  DOWNLOAD_MESSAGE(TAKE, REVIEWERS, FILTERS),
  /** Check a case again under the rules of now. */
  RUN_RECHECK(WRITE, REVIEWERS),
  /** Confirm or overrule a finding. */
  DECIDE_FINDING(WRITE, DECIDERS),
  /** Produce a document. */
  PRODUCE_DOCUMENT(PRODUCE, REVIEWERS),
  /** Stand by a document that was reviewed, sign it, or give it back. */
  APPROVE_DOCUMENT(PRODUCE, ATTORNEYS),
  /** Read the templates of documents, and write new versions of them. */
  EDIT_TEMPLATES(OFFICE, ATTORNEYS),
  /** Publish a version of a template, so that documents are made of it. */
  PUBLISH_TEMPLATES(OFFICE, SUPERVISORS),
  /** Read the documents of a case. */
  READ_DOCUMENT(READ, REVIEWERS);

  private final Effect effect;

  @SuppressWarnings("ImmutableEnumChecker") // made unmodifiable below
  private final Set<Role> roles;

  Action(Effect effect, Group... groups) {
    this.effect = effect;
    this.roles =
        Arrays.stream(groups)
            .flatMap(group -> group.roles().stream())
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toCollection(() -> EnumSet.noneOf(Role.class)), Set::copyOf));
  }

  /** What it does to what it concerns. */
  public Effect effect() {
    return effect;
  }

  /** Whether it exposes what was closed, and so asks for a fresh proof of who asks. */
  boolean needsFreshProof() {
    return switch (this) {
      case UNSEAL_CASE,
          LIFT_MARK,
          LIFT_WALL,
          LIFT_LEGAL_HOLD,
          RELEASE_EVIDENCE,
          APPROVE_DESTRUCTION ->
          true;
      default -> false;
    };
  }

  /** The roles that may ask it. */
  public Set<Role> roles() {
    return roles;
  }

  /** In words, as in “may not: see the proof board”. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
