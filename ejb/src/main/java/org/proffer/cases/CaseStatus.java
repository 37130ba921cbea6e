package org.proffer.cases;

import java.util.List;
import org.proffer.records.Labelled;

/** Where a matter stands, and where it can go from there. */
public enum CaseStatus implements Labelled {
  /** Being investigated; there may be no docket number yet. */
  INVESTIGATION("Investigation"),
  /** Charged by complaint, information or indictment. */
  CHARGED("Charged"),
  /** Pleas are taken or negotiated. */
  PLEADING("Pleading"),
  /** Before the jury or the court. */
  TRIAL("Trial"),
  /** Convicted; the sentences are not all pronounced. */
  SENTENCING("Sentencing"),
  /** Done. */
  CLOSED("Closed"),
  /** Put away; read only. */
  ARCHIVED("Archived"),
  /** Before the court of appeals. */
  APPEAL("Appeal"),
  /** Taken up again after it was closed. */
  REOPENED("Reopened");

  private final String label;

  CaseStatus(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether nothing of the case is written any more until it is taken up again. */
  public boolean isOver() {
    return this == CLOSED || this == ARCHIVED;
  }

  /** Whether a case of this status is filed with a court, and so has a docket number. */
  public boolean isFiled() {
    return this != INVESTIGATION && this != CLOSED && this != ARCHIVED;
  }

  /** Where a case can go from here. */
  public List<CaseStatus> next() {
    return switch (this) {
      case INVESTIGATION -> List.of(CHARGED, CLOSED);
      case CHARGED -> List.of(PLEADING, TRIAL, CLOSED);
      case PLEADING -> List.of(TRIAL, SENTENCING, CLOSED);
      case TRIAL -> List.of(PLEADING, SENTENCING, CLOSED);
      case SENTENCING -> List.of(CLOSED, APPEAL);
      case CLOSED -> List.of(APPEAL, REOPENED, ARCHIVED);
      case ARCHIVED -> List.of(REOPENED);
      case APPEAL -> List.of(SENTENCING, CLOSED, REOPENED);
      case REOPENED -> List.of(CHARGED, PLEADING, TRIAL, SENTENCING, CLOSED);
    };
  }
}
