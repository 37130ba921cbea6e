package org.proffer.charges;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * A time in which the limitation of counts does not run.
 *
 * @param from first day, included
 * @param until first day on which it runs again
 * @param counts which; empty for all of the case
 */
public record TolledTime(
    @Field(label = "Ground", required = true, column = true) @Nullable Ground ground,
    @Field(label = "From", required = true, column = true) @Nullable LocalDate from,
    @Field(label = "Runs again on", required = true, column = true) @Nullable LocalDate until,
    @Field(label = "Counts", hint = "None chosen: all.", refersTo = "count") List<UUID> counts,
    @Field(label = "Order or paper", most = 1_000, column = true) String source) {
  public TolledTime {
    counts = List.copyOf(counts);
  }

  /** Why a limitation does not run. */
  public enum Ground implements Labelled {
    /** An official request for evidence abroad, found by the court. */
    FOREIGN_EVIDENCE("Evidence abroad, 18 U.S.C. 3292"),
    /** Flight from justice. */
    FLIGHT("Flight, 18 U.S.C. 3290"),
    /** A written waiver of the defendant. */
    WAIVER("Waiver by the defendant");

    private final String label;

    Ground(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
