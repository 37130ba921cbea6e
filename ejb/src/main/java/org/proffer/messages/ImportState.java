package org.proffer.messages;

import java.util.Arrays;
import java.util.List;

/** Where an import stands. */
public enum ImportState {
  /** Asked for; the job has not begun. */
  QUEUED("Queued", false),
  /** An archive is being opened. */
  EXPANDING("Opening the archive", false),
  /** The places of the messages are being found. */
  PLANNING("Counting the messages", false),
  /** Messages are being read, checked and stored. */
  READING("Reading messages", false),
  /** A person holds it; what was stored stays, and it goes on when a person says so. */
  PAUSED("Paused", false),
  /** Everything that can be read was read. */
  COMPLETED("Completed", true),
  /**
   * It stopped; the failure says why. What was stored stays, and a new import goes on from there.
   */
  FAILED("Failed", true),
  /** A person stopped it. What was stored stays, and a new import goes on from there. */
  CANCELLED("Cancelled", true);

  private final String label;
  private final boolean ended;

  ImportState(String label, boolean ended) {
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

  /** The names of the states of an import that is not at its end. */
  static List<String> underWay() {
    return Arrays.stream(values())
        .filter(state -> !state.isEnded())
        .map(ImportState::name)
        .toList();
  }

  /** Whether a job works on it, or will at the next start of the server. */
  public boolean isAtWork() {
    return !ended && this != PAUSED;
  }
}
