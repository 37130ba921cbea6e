package org.proffer.sentencing;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.parties.Certainty;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * What a sentence forfeits (18 U.S.C. 981, 982, 1037(c); Fed. R. Crim. P. 32.2).
 *
 * @param amount the judgment, or the value of the property; null if not stated
 */
public record Forfeiture(
    @Field(label = "Of the sentence", refersTo = "sentence", required = true, column = true)
        @Nullable UUID sentence,
    @Field(label = "What", required = true, column = true) @Nullable Type type,
    @Field(label = "Description", most = 2_000, lines = 2, column = true) String description,
    @Field(label = "Amount, dollars", column = true) @Nullable BigDecimal amount,
    @Field(label = "Certainty", column = true) @Nullable Certainty certainty,
    @Field(label = "Source", most = 1_000) String source) {

  /** What is forfeited. */
  public enum Type implements Labelled {
    /** A sum, by a personal judgment. */
    MONEY_JUDGMENT("Money judgment"),
    /** Certain property, seized money included. */
    PROPERTY("Property");

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
