package org.proffer.law.penalties;

import java.time.LocalDate;

/**
 * What the remedies depend on beside the messages.
 *
 * @param violatedOn when the messages were sent
 * @param assessedOn when the penalty is assessed, not before
 * @param knowledge whether there is actual knowledge, or knowledge fairly implied
 * @param pattern whether there is a pattern or practice
 * @param willfulOrAggravated whether it was willful and knowing, or included an aggravated
 *     violation of 7704(b)
 */
public record Circumstances(
    LocalDate violatedOn,
    LocalDate assessedOn,
    boolean knowledge,
    boolean pattern,
    boolean willfulOrAggravated) {
  public Circumstances {
    if (assessedOn.isBefore(violatedOn)) {
      throw new IllegalArgumentException("assessed on " + assessedOn + ", before " + violatedOn);
    }
  }
}
