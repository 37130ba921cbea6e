package org.proffer.sentencing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.law.sentencing.Term;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * The terms on some counts of a sentence, where they differ from count to count (18 U.S.C. 3584).
 *
 * @param counts each with these terms, concurrent with one another
 * @param runs against the terms on the other counts
 * @param reasonDespite why it is recorded although the law does not allow it
 */
public record CountTerm(
    @Field(label = "Of the sentence", refersTo = "sentence", required = true, column = true)
        @Nullable UUID sentence,
    @Field(label = "Counts", refersTo = "count", required = true, column = true) List<UUID> counts,
    @Field(label = "Months of imprisonment", hint = "Empty for none.", column = true)
        @Nullable Integer months,
    @Field(label = "and days") @Nullable Integer days,
    @Field(label = "Imprisonment", hint = "Empty: as the months say.") @Nullable Custody custody,
    @Field(label = "Runs", hint = "Empty: concurrently.", column = true) @Nullable Runs runs,
    @Field(label = "Supervised release, months", column = true) @Nullable Integer supervisedRelease,
    @Field(label = "Probation, months", column = true) @Nullable Integer probation,
    @Field(
            label = "Recorded despite objections, because",
            hint = "Needed where the law does not allow what the judgment says.",
            most = 2_000,
            lines = 2)
        String reasonDespite) {
  public CountTerm {
    counts = List.copyOf(counts);
  }

  /** The imprisonment; null for none. */
  public @Nullable Term term() {
    return Custody.term(custody, months, days);
  }

  /** How a term runs against the others (18 U.S.C. 3584(a)). */
  public enum Runs implements Labelled {
    /** At the same time as the other concurrent terms. */
    CONCURRENT("Concurrently"),
    /** After all others. */
    CONSECUTIVE("Consecutively");

    private final String label;

    Runs(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
