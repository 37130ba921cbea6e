package org.proffer.law.fraud;

import java.time.LocalDate;
import org.proffer.law.DatedTable;
import org.proffer.law.Unit;

/** The dated tables beside this package. */
final class Law {
  static final DatedTable STATUTES = DatedTable.read(Law.class, "statutes.csv");
  static final DatedTable ELEMENTS = DatedTable.read(Law.class, "elements.csv");
  static final DatedTable TIERS = DatedTable.read(Law.class, "tiers.csv");
  static final DatedTable THRESHOLDS = DatedTable.read(Law.class, "thresholds.csv");

  private Law() {}

  /**
   * A number of the law on a day.
   *
   * @throws IllegalArgumentException if the table has none, or counts in another unit
   */
  static int threshold(String id, Unit unit, LocalDate day) {
    DatedTable.Row row = THRESHOLDS.at(id, day);
    if (Unit.valueOf(row.cell("unit")) != unit) {
      throw new IllegalArgumentException(id + " counts " + row.cell("unit") + ", not " + unit);
    }
    return Integer.parseInt(row.cell("value"));
  }
}
