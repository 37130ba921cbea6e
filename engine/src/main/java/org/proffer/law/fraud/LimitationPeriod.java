package org.proffer.law.fraud;

import java.time.LocalDate;
import org.proffer.law.Certainty;
import org.proffer.law.DatedTable;
import org.proffer.law.Unit;

/**
 * How long an offence can be charged.
 *
 * @param years after the offence
 * @param citation source of law
 * @param certainty how sure the number is
 */
public record LimitationPeriod(int years, String citation, Certainty certainty) {

  /**
   * The period of a kind for offences that ended on a day. A special period that came later than
   * the offence is not applied: the general one, the shorter, is taken.
   */
  static LimitationPeriod of(String kind, LocalDate offenceEnd) {
    String id = "limitation." + kind;
    String known = Law.THRESHOLDS.find(id, offenceEnd).isPresent() ? id : "limitation.general";
    DatedTable.Row row = Law.THRESHOLDS.at(known, offenceEnd);
    return new LimitationPeriod(
        Law.threshold(known, Unit.YEARS, offenceEnd), row.citation(), row.certainty());
  }
}
