package org.proffer.law.sentencing;

import java.time.LocalDate;
import org.proffer.law.DatedTable;
import org.proffer.law.Unit;
import org.proffer.law.Usd;

/** The dated tables beside this package. */
final class Law {
  static final DatedTable LIMITS = DatedTable.read(Law.class, "limits.csv");
  static final DatedTable SENTENCING = DatedTable.read(Law.class, "sentencing-table.csv");
  static final DatedTable ZONES = DatedTable.read(Law.class, "zones.csv");
  static final DatedTable LOSS = DatedTable.read(Law.class, "loss-table.csv");
  static final DatedTable FINE = DatedTable.read(Law.class, "fine-table.csv");

  private Law() {}

  /**
   * A number of months on a day.
   *
   * @throws IllegalArgumentException if the table has none
   */
  static Limit<Integer> months(String id, LocalDate day) {
    return number(id, Unit.MONTHS, day);
  }

  /** An amount on a day. */
  static Limit<Usd> amount(String id, LocalDate day) {
    Limit<Integer> dollars = number(id, Unit.USD, day);
    return new Limit<>(Usd.of(dollars.value()), dollars.citation(), dollars.certainty());
  }

  /** A number of days on a day. */
  static Limit<Integer> days(String id, LocalDate day) {
    return number(id, Unit.DAYS, day);
  }

  private static Limit<Integer> number(String id, Unit unit, LocalDate day) {
    DatedTable.Row row = LIMITS.at(id, day);
    if (Unit.valueOf(row.cell("unit")) != unit) {
      throw new IllegalArgumentException(id + " counts " + row.cell("unit") + ", not " + unit);
    }
    return new Limit<>(Integer.parseInt(row.cell("value")), row.citation(), row.certainty());
  }
}
