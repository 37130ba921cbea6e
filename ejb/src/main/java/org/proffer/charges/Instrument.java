package org.proffer.charges;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.parties.Certainty;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * A charging instrument (Fed. R. Crim. P. 3, 7).
 *
 * @param filed the day it was sworn, returned or filed; null while it is a draft
 * @param supersedes the instrument it takes the place of; null for the first
 * @param countsReported how many counts it is said to have; null where the counts themselves are
 *     all here
 */
public record Instrument(
    @Field(label = "What it is", required = true, column = true) @Nullable Type type,
    @Field(
            label = "Sworn, returned or filed",
            hint = "Empty while it is a draft. Limitation is counted to this day.",
            column = true)
        @Nullable LocalDate filed,
    @Field(label = "Unsealed") @Nullable LocalDate unsealed,
    @Field(label = "Takes the place of", refersTo = "instrument", column = true)
        @Nullable UUID supersedes,
    @Field(
            label = "Counts it is said to have",
            hint = "Where not all of them are known here.",
            column = true)
        @Nullable Integer countsReported,
    @Field(label = "Certainty", column = true) @Nullable Certainty certainty,
    @Field(label = "Source", most = 1_000) String source) {

  Instrument with(@Nullable LocalDate otherUnsealing) {
    return new Instrument(
        type, filed, otherUnsealing, supersedes, countsReported, certainty, source);
  }

  /** What sort of instrument it is. */
  public enum Type implements Labelled {
    /** Sworn before a magistrate judge (Fed. R. Crim. P. 3). */
    COMPLAINT("Complaint"),
    /** Signed by the attorney for the government (Fed. R. Crim. P. 7). */
    INFORMATION("Information"),
    /** Returned by a grand jury. */
    INDICTMENT("Indictment"),
    /** An information in the place of an earlier instrument. */
    SUPERSEDING_INFORMATION("Superseding information"),
    /** An indictment in the place of an earlier instrument. */
    SUPERSEDING_INDICTMENT("Superseding indictment");

    private final String label;

    Type(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }

    boolean supersedes() {
      return this == SUPERSEDING_INFORMATION || this == SUPERSEDING_INDICTMENT;
    }
  }
}
