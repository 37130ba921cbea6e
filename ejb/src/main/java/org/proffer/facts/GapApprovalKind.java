package org.proffer.facts;

import jakarta.enterprise.context.Dependent;
import org.proffer.access.Action;
import org.proffer.records.RecordKind;

/** Signed lists of gaps. */
@Dependent
public class GapApprovalKind extends RecordKind<GapApproval> {
  /** Declares the kind. */
  public GapApprovalKind() {
    super("gap-approval", "gap-approvals", "Signed list of gaps", GapApproval.class);
  }

  @Override
  public String title(GapApproval approval) {
    return approval.gaps().size() + " gaps signed by " + approval.attorney();
  }

  @Override
  public Action writing() {
    return Action.SIGN_GAPS;
  }

  /** A signature is given on the list as it stands: by {@link ProofBoards#sign}. */
  @Override
  public boolean addedAsForm() {
    return false;
  }

  @Override
  public boolean undoable() {
    return false;
  }

  @Override
  public Action viewing() {
    return Action.VIEW_PROOF;
  }
}
