package org.proffer.law.sentencing;

import java.time.LocalDate;
import org.proffer.law.Certainty;
import org.proffer.law.DatedTable;

/**
 * The range of imprisonment that the guidelines advise.
 *
 * <p>Source: USSG chapter 5, part A, in {@code sentencing-table.csv}, with the zones of {@code
 * zones.csv}, by the day of the manual. Both ends are included. A level below 1 counts as 1, above
 * 43 as 43. The tables end with 31 October 2026: for a later manual the range is refused until its
 * tables are loaded.
 *
 * @param minimum shortest
 * @param maximum longest
 * @param zone by the minimum
 * @param citation source
 * @param certainty how sure range and zone are
 */
public record GuidelineRange(
    Term minimum, Term maximum, Zone zone, String citation, Certainty certainty) {
  private static final int LOWEST_LEVEL = 1;
  private static final int HIGHEST_LEVEL = 43;

  /** What kind of sentence the range is open to (USSG 5B1.1, 5C1.1). */
  public enum Zone {
    /** Probation may be given. */
    A,
    /** Probation with confinement, or a split sentence. */
    B,
    /** At least half of the minimum in prison. */
    C,
    /** Prison. */
    D
  }

  /**
   * The range of an offence level.
   *
   * @param level the total offence level
   * @param manual the day whose manual is used
   * @throws IllegalArgumentException if the tables have no manual of the day
   */
  public static GuidelineRange of(int level, CriminalHistory history, LocalDate manual) {
    int clamped = Math.max(LOWEST_LEVEL, Math.min(HIGHEST_LEVEL, level));
    DatedTable.Row row = Law.SENTENCING.at(clamped + "." + history, manual);
    Term minimum = term(row.cell("minimum"));
    DatedTable.Row zone = zone(minimum, manual);
    return new GuidelineRange(
        minimum,
        term(row.cell("maximum")),
        Zone.valueOf(zone.id()),
        zone.citation(),
        row.certainty().and(zone.certainty()));
  }

  private static Term term(String months) {
    return months.equals("life") ? new Term.Life() : new Term.Fixed(Integer.parseInt(months), 0);
  }

  /** The last zone that the minimum reaches. */
  private static DatedTable.Row zone(Term minimum, LocalDate manual) {
    DatedTable.Row reached = Law.ZONES.at(Zone.A.name(), manual);
    for (Zone zone : Zone.values()) {
      DatedTable.Row row = Law.ZONES.at(zone.name(), manual);
      if (!minimum.isUnder(Integer.parseInt(row.cell("least")))) {
        reached = row;
      }
    }
    return reached;
  }
}
