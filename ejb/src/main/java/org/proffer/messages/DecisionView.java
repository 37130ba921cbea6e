package org.proffer.messages;

import java.time.Instant;
import org.proffer.law.Verdict;

/**
 * What a person decided of a finding, beside what the machine found.
 *
 * @param sequence 1 for the first decision of this finding
 * @param ruleVersion the rules whose finding the person saw
 * @param verdict of the finding the person saw
 * @param stale whether a re-check has found another verdict since
 */
public record DecisionView(
    MessageId messageId,
    String requirement,
    int sequence,
    Decision decision,
    String reason,
    Instant decidedAt,
    String decidedBy,
    String ruleVersion,
    Verdict verdict,
    boolean stale) {

  /** What can be decided. */
  public enum Decision {
    /** The finding stands. */
    CONFIRMED("Confirmed"),
    /** The finding does not stand. */
    OVERRULED("Overruled");

    private final String label;

    Decision(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }
}
