package org.proffer.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Verdict;

/**
 * Something found for a client, and what becomes of it.
 *
 * @param title of the check or audit that found it
 * @param reason a sentence that names the facts
 * @param sourceId of the check, audit, watch or walk-through that found it
 * @param messages how many sent messages it concerns; 0 before anything was sent
 * @param happenedOn the first day on which it happened
 * @param owner login of who mends it; empty while nobody does
 * @param due until when; null while nothing is agreed
 * @param remedy what is done about it
 * @param retestId the check or audit that tried it again; null before
 * @param acceptedBy login of who said that it is done; null before
 */
public record DeskFinding(
    UUID id,
    UUID clientId,
    @Nullable UUID programmeId,
    String requirement,
    String citation,
    Verdict verdict,
    Severity severity,
    String title,
    String reason,
    FoundIn foundIn,
    UUID sourceId,
    long messages,
    LocalDate happenedOn,
    State state,
    String owner,
    @Nullable LocalDate due,
    String remedy,
    @Nullable UUID retestId,
    @Nullable String acceptedBy,
    int version,
    Instant foundAt,
    Instant changedAt) {

  /**
   * How much it weighs: a rule of the house, not of the law. Critical: violated in a hundred sent
   * messages or more, or an address passed on. High: violated in a sent message. Medium: violated
   * before anything was sent, or open in sent messages. Low: the rest.
   */
  public enum Severity {
    /** First of all. */
    CRITICAL("Critical"),
    /** Soon. */
    HIGH("High"),
    /** In its turn. */
    MEDIUM("Medium"),
    /** When there is time. */
    LOW("Low");

    private final String label;

    Severity(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }

    static Severity of(String requirement, Verdict verdict, long messages) {
      boolean violated = verdict == Verdict.VIOLATED;
      if (violated && (messages >= 100 || requirement.equals("SUP-04"))) {
        return CRITICAL;
      }
      if (violated && messages > 0) {
        return HIGH;
      }
      return violated || messages > 0 ? MEDIUM : LOW;
    }
  }

  /** Where it was found. */
  public enum FoundIn {
    /** A check of a template or message. */
    CHECK("Check"),
    /** An audit of a mailing. */
    AUDIT("Mailing audit"),
    /** The watch of a way to object. */
    WATCH("Watch"),
    /** A walk-through of a way to object. */
    WALKTHROUGH("Walk-through"),
    /** The clock of a request. */
    CLOCK("Clock");

    private final String label;

    FoundIn(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  /** What became of it. */
  public enum State {
    /** Nobody mends it yet. */
    OPEN("Open"),
    /** Somebody mends it. */
    IN_REMEDY("Being mended"),
    /** It is said to be mended. */
    REMEDIED("Mended"),
    /** It was tried again, and did not show. */
    RETESTED("Passed again"),
    /** Somebody else accepted that it is done, or lives with it. */
    ACCEPTED("Accepted");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  /** Whether it still weighs. */
  public boolean isOpen() {
    return state != State.ACCEPTED;
  }

  /** Whether it should have been mended by now. */
  public boolean isOverdue(LocalDate today) {
    LocalDate day = due;
    return isOpen() && state != State.RETESTED && day != null && day.isBefore(today);
  }
}
