package org.proffer.sentencing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.parties.Certainty;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * Something that happened after a sentence.
 *
 * @param amount of a payment
 * @param months of imprisonment on revocation, or the new total of a reduced term
 */
public record AfterSentence(
    @Field(label = "Of the sentence", refersTo = "sentence", required = true, column = true)
        @Nullable UUID sentence,
    @Field(label = "What", required = true, column = true) @Nullable Type type,
    @Field(label = "On", required = true, column = true) @Nullable LocalDate on,
    @Field(label = "Amount, dollars", column = true) @Nullable BigDecimal amount,
    @Field(label = "Months", column = true) @Nullable Integer months,
    @Field(label = "Particulars", most = 2_000, lines = 2, column = true) String particulars,
    @Field(label = "Certainty", column = true) @Nullable Certainty certainty,
    @Field(label = "Source", most = 1_000) String source) {

  /** What can happen after a sentence. */
  public enum Type implements Labelled {
    /** Money paid on fine, assessment or restitution (18 U.S.C. 3572, 3664). */
    PAYMENT("Payment"),
    /** Supervised release or probation revoked (18 U.S.C. 3565, 3583(e)). */
    REVOKED("Release revoked"),
    /** Supervised release ended early (18 U.S.C. 3583(e)(1)). */
    ENDED_EARLY("Supervision ended early"),
    /** The term reduced (Fed. R. Crim. P. 35; 18 U.S.C. 3582(c)). */
    REDUCED("Term reduced"),
    /** Upheld on appeal (18 U.S.C. 3742). */
    AFFIRMED("Affirmed on appeal"),
    /** Sent back for another sentence. */
    VACATED("Sentence vacated on appeal"),
    /** Released from prison. */
    RELEASED("Released from prison");

    private final String label;

    Type(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
