package org.proffer.law.fraud;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.proffer.law.Certainty;
import org.proffer.law.Unit;
import org.proffer.law.deadlines.BusinessDays;
import org.proffer.law.fraud.Suspension.Ground;

/**
 * The last day on which an indictment can be found or an information instituted.
 *
 * <p>Source: 18 U.S.C. 3282(a), 3293, 3301 (years in {@code thresholds.csv}), suspended by 3292.
 * The day on which the offence ended is not counted and the last day is included, so that five
 * years after 15 September 2005 end with 15 September 2010. What ended on 29 February ends, in a
 * year without one, on 28 February. Read otherwise, the day of the offence counts and the last day
 * is one earlier, or a last day on a weekend or holiday runs on to the next working day as in Fed.
 * R. Crim. P. 45(a)(1)(C). We count as the courts usually do and extend nothing, because a late
 * charge cannot be mended; both other days are said in the steps.
 *
 * <p>Left to a person: when the offence ended (a conspiracy runs from its last overt act), whether
 * a court found a suspension, and whether a charge relates back to an earlier one.
 */
public final class Limitation {
  private final LocalDate offenceEnd;
  private final LimitationPeriod period;
  private final List<String> steps = new ArrayList<>();
  private Certainty certainty = Certainty.FROM_KNOWLEDGE; // how days are counted is case law

  private Limitation(LocalDate offenceEnd, LimitationPeriod period) {
    this.offenceEnd = offenceEnd;
    this.period = period;
  }

  /**
   * The last day for an offence of the tier.
   *
   * @param offenceEnd the day on which the offence ended, not counted
   * @param suspensions in any order; a day in two of them counts once
   */
  public static LimitationDate lastDay(
      PenaltyTier tier, LocalDate offenceEnd, List<Suspension> suspensions) {
    return new Limitation(offenceEnd, tier.limitation()).computed(suspensions);
  }

  /**
   * The last day for an offence before it is graded: the shortest period of its tiers.
   *
   * @throws IllegalArgumentException if the offence has no penalty of its own
   */
  public static LimitationDate lastDay(
      Statute statute, LocalDate offenceEnd, List<Suspension> suspensions) {
    LimitationPeriod shortest =
        statute.tiers().stream()
            .map(PenaltyTier::limitation)
            .min(Comparator.comparingInt(LimitationPeriod::years))
            .orElseThrow(
                () -> new IllegalArgumentException(statute.id() + " has no limitation of its own"));
    return new Limitation(offenceEnd, shortest).computed(suspensions);
  }

  private LimitationDate computed(List<Suspension> suspensions) {
    certainty = certainty.and(period.certainty());
    LocalDate base = offenceEnd.plusYears(period.years());
    steps.add(offenceEnd + ": the offence ended; this day is not counted");
    steps.add(base + ": " + period.years() + " years later (" + period.citation() + ")");
    LocalDate last = suspended(base, suspensions);
    steps.add(last + ": the last day, included");
    steps.add(last.minusDays(1) + ": the last day if the day of the offence counted");
    if (!BusinessDays.isBusinessDay(last)) {
      steps.add(
          BusinessDays.after(last, 1)
              + ": the last day if Fed. R. Crim. P. 45(a)(1)(C) carried it over the weekend or holiday; not relied on");
    }
    return new LimitationDate(last, period.citation(), List.copyOf(steps), certainty);
  }

  private LocalDate suspended(LocalDate base, List<Suspension> suspensions) {
    if (suspensions.isEmpty()) {
      return base;
    }
    List<Suspension> ofOtherGrounds =
        suspensions.stream().filter(s -> s.ground() != Ground.FOREIGN_EVIDENCE).toList();
    LocalDate withoutForeign = extended(base, ofOtherGrounds);
    LocalDate last = extended(base, suspensions);
    for (Suspension s : suspensions) {
      steps.add(s.from() + " to " + s.until() + ": suspended (" + s.ground().citation() + ")");
    }
    if (ofOtherGrounds.size() == suspensions.size()) {
      return last;
    }
    LocalDate ceiling = ceiling(withoutForeign, suspensions);
    if (last.isAfter(ceiling)) {
      steps.add(ceiling + ": no further for foreign evidence (18 U.S.C. 3292(c))");
      return ceiling;
    }
    return last;
  }

  /** How far foreign evidence can carry: three years, or six months if it came before the end. */
  private LocalDate ceiling(LocalDate withoutForeign, List<Suspension> suspensions) {
    boolean allActedBefore =
        suspensions.stream()
            .filter(s -> s.ground() == Ground.FOREIGN_EVIDENCE)
            .noneMatch(s -> s.until().isAfter(withoutForeign));
    return allActedBefore
        ? withoutForeign.plusMonths(
            Law.threshold("limitation.foreign-evidence.short", Unit.MONTHS, offenceEnd))
        : withoutForeign.plusYears(
            Law.threshold("limitation.foreign-evidence.total", Unit.YEARS, offenceEnd));
  }

  /** The base and every suspended day that comes while the period still runs. */
  private LocalDate extended(LocalDate base, List<Suspension> suspensions) {
    LocalDate last = base;
    LocalDate counted = offenceEnd.plusDays(1);
    for (Suspension s :
        suspensions.stream().sorted(Comparator.comparing(Suspension::from)).toList()) {
      LocalDate start = s.from().isBefore(counted) ? counted : s.from();
      if (!start.isAfter(last) && s.until().isAfter(start)) {
        last = last.plusDays(ChronoUnit.DAYS.between(start, s.until()));
        counted = s.until();
      }
    }
    return last;
  }
}
