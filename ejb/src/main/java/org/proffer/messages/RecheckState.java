package org.proffer.messages;

/** Where a re-check stands. */
public enum RecheckState {
  /** Asked for; the job has not begun. */
  QUEUED("Queued", false),
  /** Messages are being checked. */
  CHECKING("Checking messages", false),
  /** Every message is checked under the rules. */
  COMPLETED("Completed", true),
  /** It stopped; the failure says why. A new re-check goes on with the messages that are left. */
  FAILED("Failed", true);

  private final String label;
  private final boolean ended;

  RecheckState(String label, boolean ended) {
    this.label = label;
    this.ended = ended;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }

  /** Whether nothing more happens. */
  public boolean isEnded() {
    return ended;
  }
}
