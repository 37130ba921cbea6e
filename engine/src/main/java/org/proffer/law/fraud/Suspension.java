package org.proffer.law.fraud;

import java.time.LocalDate;

/**
 * A time in which a limitation does not run.
 *
 * @param ground why
 * @param from first day, included
 * @param until first day on which it runs again: for foreign evidence the day the foreign authority
 *     took its final action
 */
public record Suspension(Ground ground, LocalDate from, LocalDate until) {

  /** Why a limitation is suspended. */
  public enum Ground {
    /** An official request for evidence abroad, found by the court: 18 U.S.C. 3292. */
    FOREIGN_EVIDENCE("18 U.S.C. 3292"),
    /** Flight from justice: 18 U.S.C. 3290. */
    FLIGHT("18 U.S.C. 3290"),
    /** A written waiver of the defendant for a stated time. */
    WAIVER("waiver by the defendant");

    private final String citation;

    Ground(String citation) {
      this.citation = citation;
    }

    /** Where it stands. */
    public String citation() {
      return citation;
    }
  }

  public Suspension {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("until " + until + " is not after " + from);
    }
  }
}
