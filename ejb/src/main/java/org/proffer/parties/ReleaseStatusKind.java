package org.proffer.parties;

import jakarta.enterprise.context.Dependent;
import org.proffer.records.RecordKind;

/** Custody and release of the parties over time, oldest first. */
@Dependent
public class ReleaseStatusKind extends RecordKind<ReleaseStatus> {
  /** Declares the kind. */
  public ReleaseStatusKind() {
    super("release-status", "release-statuses", "Custody or release", ReleaseStatus.class);
  }

  @Override
  public String title(ReleaseStatus status) {
    return status.status() == null || status.from() == null
        ? ""
        : status.status().label() + " from " + status.from();
  }

  @Override
  public long order(ReleaseStatus status) {
    return status.from() == null ? 0 : status.from().toEpochDay();
  }
}
