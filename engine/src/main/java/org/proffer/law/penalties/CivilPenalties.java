package org.proffer.law.penalties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.proffer.law.DatedTable;
import org.proffer.law.Unit;
import org.proffer.law.Usd;

/**
 * Ceilings of civil penalties and statutory damages.
 *
 * <p>Source: 15 U.S.C. 7706(a), (d) with 45(m)(1)(A) and 16 CFR 1.98(d) for the Federal Trade
 * Commission; 7706(f)(3) for a state; 7706(g)(3) for a provider. The Commission's amount is that of
 * the day of assessment for violations after 2 November 2015, else that of the day of the
 * violation. Damages for 7704(a)(1) have no cap; the cap on the rest applies before multiplication.
 * Amounts in {@code civil-penalty.csv}; nothing is rounded. Left to the court: every amount below
 * the ceiling, and the reduction for a program of due care.
 */
public final class CivilPenalties {
  private static final DatedTable TABLE =
      DatedTable.read(CivilPenalties.class, "civil-penalty.csv");

  /** The last day of violations to which the amount of the day of assessment does not apply. */
  private static final LocalDate LAST_OLD_VIOLATION = LocalDate.of(2015, 11, 2);

  private CivilPenalties() {}

  /** The table of amounts. */
  public static DatedTable table() {
    return TABLE;
  }

  /**
   * The most that a plaintiff can be awarded.
   *
   * @param messages groups that share no message
   */
  public static Exposure exposure(
      Plaintiff plaintiff, List<UnlawfulMessages> messages, Circumstances circumstances) {
    Computation computation = new Computation(circumstances);
    return switch (plaintiff) {
      case FTC -> computation.commission(messages);
      case STATE -> computation.state(messages);
      case PROVIDER -> computation.provider(messages);
    };
  }

  private static final class Computation {
    private final Circumstances circumstances;
    private final List<String> lines = new ArrayList<>();
    private boolean confirmed = true;

    Computation(Circumstances circumstances) {
      this.circumstances = circumstances;
    }

    Exposure commission(List<UnlawfulMessages> groups) {
      if (!circumstances.knowledge()) {
        return none(
            Plaintiff.FTC,
            "Without knowledge, actual or fairly implied, no penalty but an injunction (15 U.S.C. 45(m)(1)(A), 7706(e)).");
      }
      LocalDate day =
          circumstances.violatedOn().isAfter(LAST_OLD_VIOLATION)
              ? circumstances.assessedOn()
              : circumstances.violatedOn();
      Usd total = product("ftc-violation", day, count(groups, Plaintiff.FTC, false, true));
      return new Exposure(Plaintiff.FTC, total, total, lines, confirmed);
    }

    Exposure state(List<UnlawfulMessages> groups) {
      if (!circumstances.knowledge()) {
        return none(
            Plaintiff.STATE,
            "Without knowledge, actual or fairly implied, no damages but an injunction (15 U.S.C. 7706(f)(9)).");
      }
      LocalDate day = circumstances.violatedOn();
      Usd header = product("state-message", day, count(groups, Plaintiff.STATE, true, false));
      Usd other =
          capped(
              product("state-message", day, count(groups, Plaintiff.STATE, false, false)),
              "state-cap",
              day);
      return multiplied(Plaintiff.STATE, header.plus(other), day);
    }

    Exposure provider(List<UnlawfulMessages> groups) {
      LocalDate day = circumstances.violatedOn();
      Usd header =
          product("provider-header-message", day, count(groups, Plaintiff.PROVIDER, true, false));
      Usd other =
          capped(
              product(
                  "provider-other-message", day, count(groups, Plaintiff.PROVIDER, false, false)),
              "provider-cap",
              day);
      return multiplied(Plaintiff.PROVIDER, header.plus(other), day);
    }

    /** Messages that count: those that violate 7704(a)(1), the rest, or all. */
    private long count(
        List<UnlawfulMessages> groups, Plaintiff plaintiff, boolean header, boolean all) {
      return groups.stream()
          .filter(group -> all || group.provisions().contains(Provision.HEADER) == header)
          .filter(
              group ->
                  group.provisions().stream()
                      .anyMatch(p -> p.open(plaintiff, circumstances.pattern())))
          .mapToLong(UnlawfulMessages::messages)
          .reduce(0, Math::addExact);
    }

    private Usd product(String id, LocalDate day, long messages) {
      if (messages == 0) {
        return Usd.of(0);
      }
      Usd each = amount(id, day);
      Usd total = each.times(messages);
      lines.add(
          String.format(
              java.util.Locale.ROOT,
              "%,d messages × %s = %s (%s)",
              messages,
              each,
              total,
              TABLE.at(id, day).citation()));
      return total;
    }

    private Usd capped(Usd total, String id, LocalDate day) {
      Usd cap = amount(id, day);
      if (total.compareTo(cap) > 0) {
        lines.add("capped at " + cap + " (" + TABLE.at(id, day).citation() + ")");
      }
      return total.min(cap);
    }

    private Exposure multiplied(Plaintiff plaintiff, Usd single, LocalDate day) {
      if (!circumstances.willfulOrAggravated()) {
        return new Exposure(plaintiff, single, single, lines, confirmed);
      }
      DatedTable.Row row = row("aggravated-factor", day, Unit.FACTOR);
      long factor = Long.parseLong(row.cell("value"));
      Usd maximum = single.times(factor);
      lines.add("× " + factor + " = " + maximum + " (" + row.citation() + ")");
      return new Exposure(plaintiff, single, maximum, lines, confirmed);
    }

    private Exposure none(Plaintiff plaintiff, String why) {
      return new Exposure(plaintiff, Usd.of(0), Usd.of(0), List.of(why), true);
    }

    private Usd amount(String id, LocalDate day) {
      return Usd.of(Long.parseLong(row(id, day, Unit.USD).cell("value")));
    }

    private DatedTable.Row row(String id, LocalDate day, Unit unit) {
      DatedTable.Row row = TABLE.at(id, day);
      if (Unit.valueOf(row.cell("unit")) != unit) {
        throw new IllegalArgumentException(id + " counts " + row.cell("unit") + ", not " + unit);
      }
      confirmed &= row.confirmed();
      return row;
    }
  }
}
