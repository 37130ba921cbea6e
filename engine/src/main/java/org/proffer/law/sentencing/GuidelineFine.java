package org.proffer.law.sentencing;

import java.time.LocalDate;
import org.proffer.law.Certainty;
import org.proffer.law.DatedTable;
import org.proffer.law.Usd;

/**
 * The range of the fine that the guidelines advise for a person.
 *
 * <p>Source: USSG 5E1.2(c)(3) in {@code fine-table.csv}, by the day of the manual; both ends are
 * included. The table begins with 1 November 2015 and ends with 31 October 2026. Its upper end does
 * not bind where the statute allows more than $500,000 (USSG 5E1.2(c)(4)); that is left to a
 * person.
 *
 * @param minimum least
 * @param maximum most
 * @param citation source
 * @param certainty how sure the range is
 */
public record GuidelineFine(Usd minimum, Usd maximum, String citation, Certainty certainty) {

  /**
   * The range of an offence level.
   *
   * @param level the total offence level; below 1 counts as 1
   * @param manual the day whose manual is used
   * @throws IllegalArgumentException if the table has no manual of the day
   */
  public static GuidelineFine of(int level, LocalDate manual) {
    DatedTable.Row reached = Law.FINE.at("1", manual);
    for (String leastLevel : Law.FINE.ids()) {
      if (level >= Integer.parseInt(leastLevel)) {
        reached = Law.FINE.at(leastLevel, manual);
      }
    }
    return new GuidelineFine(
        Usd.of(Long.parseLong(reached.cell("minimum"))),
        Usd.of(Long.parseLong(reached.cell("maximum"))),
        reached.citation(),
        reached.certainty());
  }
}
