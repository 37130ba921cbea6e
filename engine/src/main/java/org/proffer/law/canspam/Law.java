package org.proffer.law.canspam;

import java.time.LocalDate;
import org.proffer.law.DatedTable;
import org.proffer.law.Unit;

/**
 * The dated tables beside this package: {@code rules.csv} (what each rule says and when), {@code
 * thresholds.csv} (its numbers) and {@code readings.csv} (how it is read where its text or date is
 * not confirmed).
 */
final class Law {
  static final DatedTable RULES = DatedTable.read(Law.class, "rules.csv");
  static final DatedTable THRESHOLDS = DatedTable.read(Law.class, "thresholds.csv");
  static final DatedTable READINGS = DatedTable.read(Law.class, "readings.csv");

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

  /** A sentence that says which reading was taken and that it is not confirmed. */
  static String reading(String id, LocalDate day) {
    DatedTable.Row row = READINGS.at(id, day);
    return row.confirmed()
        ? "Read so: " + row.cell("reading") + " (" + row.citation() + ")."
        : "A reading not confirmed in a source: "
            + row.cell("reading")
            + " ("
            + row.citation()
            + ").";
  }
}
