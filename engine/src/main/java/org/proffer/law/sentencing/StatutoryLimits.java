package org.proffer.law.sentencing;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Usd;
import org.proffer.law.fraud.Fine;
import org.proffer.law.fraud.Offender;
import org.proffer.law.fraud.PenaltyTier;

/**
 * What the statutes allow on one count.
 *
 * <p>Source: the tier itself; 18 U.S.C. 3583(b) for supervised release; 3561(a)(1), (2) and (c) for
 * probation; 3571 for fines; 3013 for the special assessment. All by the law of the day the offence
 * ended.
 *
 * @param tier the tier
 * @param imprisonment the longest term, months; the court may give less
 * @param minimum the shortest term, months; empty where there is none
 * @param supervisedRelease the longest, months
 * @param probation the longest probation, months
 * @param probationMinimum the shortest probation, months
 * @param probationBar the paragraph that bars probation; empty where it is allowed
 * @param fine the most, as far as gain, loss and property are recorded
 * @param fineCanRise whether a gain, loss or property not recorded could raise the fine
 * @param assessment the special assessment, exactly
 */
public record StatutoryLimits(
    PenaltyTier tier,
    Limit<Integer> imprisonment,
    Optional<Limit<Integer>> minimum,
    Limit<Integer> supervisedRelease,
    Limit<Integer> probation,
    Limit<Integer> probationMinimum,
    Optional<String> probationBar,
    Limit<Usd> fine,
    boolean fineCanRise,
    Limit<Usd> assessment) {

  /** The limits while no gain, loss or property is recorded. */
  public static StatutoryLimits of(PenaltyTier tier, LocalDate offenceEnd, Offender offender) {
    return of(tier, offenceEnd, offender, Money.NOT_RECORDED);
  }

  /**
   * The limits.
   *
   * @param offenceEnd the day the offence ended
   * @param money what can raise the fine
   * @throws IllegalArgumentException if the tables do not reach the day
   */
  public static StatutoryLimits of(
      PenaltyTier tier, LocalDate offenceEnd, Offender offender, Money money) {
    String grade = tier.offenceClass().isFelony() ? "felony" : "misdemeanor";
    String who = offender == Offender.INDIVIDUAL ? ".individual" : ".organisation";
    return new StatutoryLimits(
        tier,
        new Limit<>(tier.maximumMonths(), tier.citation(), tier.certainty()),
        tier.minimumMonths() == 0
            ? Optional.empty()
            : Optional.of(new Limit<>(tier.minimumMonths(), tier.citation(), tier.certainty())),
        Law.months("supervised-release." + tier.offenceClass().name(), offenceEnd),
        Law.months("probation." + grade + ".maximum", offenceEnd),
        Law.months("probation." + grade + ".minimum", offenceEnd),
        probationBar(tier, offender),
        fine(tier, offender, money),
        money.grossGain() == null
            || money.grossLoss() == null
            || (tier.fine().propertyFactor() > 0 && money.property() == null),
        Law.amount("assessment." + grade + who, offenceEnd));
  }

  private static Optional<String> probationBar(PenaltyTier tier, Offender offender) {
    if (tier.barsProbation()) {
      return Optional.of(tier.citation() + ", 3561(a)(2)");
    }
    return tier.offenceClass().barsProbation() && offender == Offender.INDIVIDUAL
        ? Optional.of("18 U.S.C. 3561(a)(1)")
        : Optional.empty();
  }

  private static Limit<Usd> fine(PenaltyTier tier, Offender offender, Money money) {
    Fine fine = tier.fine();
    Fine.Amount named = fine.amount(offender);
    Limit<Usd> highest = new Limit<>(named.usd(), named.citation(), tier.certainty());
    highest = raised(highest, money.grossGain(), fine.gainOrLossFactor(), "18 U.S.C. 3571(d)");
    highest = raised(highest, money.grossLoss(), fine.gainOrLossFactor(), "18 U.S.C. 3571(d)");
    return raised(highest, money.property(), fine.propertyFactor(), tier.citation());
  }

  private static Limit<Usd> raised(
      Limit<Usd> limit, @Nullable Usd amount, int factor, String citation) {
    if (amount == null || amount.times(factor).compareTo(limit.value()) <= 0) {
      return limit;
    }
    return new Limit<>(amount.times(factor), citation, limit.certainty());
  }
}
