package org.proffer.law.sentencing;

import java.time.LocalDate;
import org.proffer.law.DatedTable;
import org.proffer.law.Usd;

/**
 * How many levels a loss adds.
 *
 * <p>Source: USSG 2B1.1(b)(1) in {@code loss-table.csv}, by the day of the manual. A loss of
 * exactly a step stays below it. The table ends with 31 October 2026: for a later manual the
 * increase is refused until its table is loaded. Left to a person: what the loss is, actual or
 * intended.
 */
public final class GuidelineLoss {
  private GuidelineLoss() {}

  /**
   * The increase.
   *
   * @param manual the day whose manual is used
   * @throws IllegalArgumentException if the table has no manual of the day
   */
  public static Limit<Integer> increase(Usd loss, LocalDate manual) {
    DatedTable.Row reached = Law.LOSS.at("A", manual);
    for (String id : Law.LOSS.ids()) {
      DatedTable.Row row = Law.LOSS.at(id, manual);
      if (loss.compareTo(Usd.of(Long.parseLong(row.cell("more-than")))) > 0) {
        reached = row;
      }
    }
    return new Limit<>(
        Integer.parseInt(reached.cell("increase")), reached.citation(), reached.certainty());
  }
}
