package org.proffer.charges;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.parties.Certainty;
import org.proffer.records.DayPrecision;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * What happened to counts, for defendants, on a day.
 *
 * @param counts which; each of them for each of the defendants
 * @param by the instrument or agreement it was done by; empty where it needs none
 */
public record Disposition(
    @Field(label = "Defendants", refersTo = "party", required = true, column = true)
        List<UUID> defendants,
    @Field(label = "Counts", refersTo = "count", required = true, column = true) List<UUID> counts,
    @Field(label = "What", required = true, column = true) @Nullable Step step,
    @Field(label = "On", required = true, column = true) @Nullable LocalDate on,
    @Field(label = "Precision", hint = "Of a month or a year, its first day is written.")
        @Nullable DayPrecision precision,
    @Field(label = "By the agreement", refersTo = "plea-agreement") @Nullable UUID agreement,
    @Field(label = "By", hint = "Order, verdict form, motion.", column = true) String by,
    @Field(label = "Certainty") @Nullable Certainty certainty,
    @Field(label = "Source", most = 1_000) String source) {
  public Disposition {
    defendants = List.copyOf(defendants);
    counts = List.copyOf(counts);
  }

  /** The day as far as it is known; empty while there is none. */
  public String when() {
    return on == null ? "" : DayPrecision.words(on, precision);
  }

  /** With the first day of the month or year where the day is not known. */
  Disposition written() {
    return on == null
        ? this
        : new Disposition(
            defendants,
            counts,
            step,
            DayPrecision.written(on, precision),
            precision,
            agreement,
            by,
            certainty,
            source);
  }

  /** What can happen to a count. */
  public enum Step implements Labelled {
    /** Fed. R. Crim. P. 11(a). */
    PLEADED_NOT_GUILTY("Pleaded not guilty"),
    /** Fed. R. Crim. P. 11(a), (c). */
    PLEADED_GUILTY("Pleaded guilty"),
    /** Fed. R. Crim. P. 11(a)(3). */
    NOLO_CONTENDERE("Nolo contendere"),
    /** Fed. R. Crim. P. 31. */
    FOUND_GUILTY("Found guilty"),
    /** Fed. R. Crim. P. 29, 31. */
    ACQUITTED("Acquitted"),
    /** Fed. R. Crim. P. 48. */
    DISMISSED("Dismissed"),
    /** Tried apart (Fed. R. Crim. P. 14). */
    SEVERED("Severed"),
    /** On appeal or by the court. */
    CONVICTION_VACATED("Conviction vacated");

    private final String label;

    Step(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }

    /** Whether the defendant stands convicted by it. */
    public boolean convicts() {
      return this == PLEADED_GUILTY || this == NOLO_CONTENDERE || this == FOUND_GUILTY;
    }
  }
}
