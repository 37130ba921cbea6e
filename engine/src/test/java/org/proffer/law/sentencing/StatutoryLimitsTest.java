package org.proffer.law.sentencing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.proffer.law.Certainty;
import org.proffer.law.Usd;
import org.proffer.law.fraud.Offender;
import org.proffer.law.fraud.PenaltyTier;
import org.proffer.law.fraud.Statutes;

/** The limits shown beside the fields of a sentence. */
class StatutoryLimitsTest {
  private static final LocalDate ENDED = LocalDate.of(2005, 9, 30);

  private static PenaltyTier tier(String id) {
    return Statutes.tier(id, ENDED).orElseThrow();
  }

  @Test
  void theLimitsOfAMailCountAreThoseOfItsClass() {
    StatutoryLimits limits =
        StatutoryLimits.of(tier("18-1037-a-3.GR-3C"), ENDED, Offender.INDIVIDUAL);

    assertThat(limits.imprisonment())
        .isEqualTo(new Limit<>(36, "18 U.S.C. 1037(b)(2)(C)", Certainty.VERIFIED));
    assertThat(limits.minimum()).isEmpty();
    assertThat(limits.supervisedRelease())
        .isEqualTo(new Limit<>(12, "18 U.S.C. 3583(b)(3)", Certainty.VERIFIED));
    assertThat(limits.probation())
        .isEqualTo(new Limit<>(60, "18 U.S.C. 3561(c)(1)", Certainty.VERIFIED));
    assertThat(limits.probationMinimum().value()).isEqualTo(12);
    assertThat(limits.probationBar()).isEmpty();
    assertThat(limits.fine())
        .isEqualTo(new Limit<>(Usd.of(250_000), "18 U.S.C. 3571(b)(3)", Certainty.VERIFIED));
    assertThat(limits.fineCanRise()).isTrue();
    assertThat(limits.assessment())
        .isEqualTo(new Limit<>(Usd.of(100), "18 U.S.C. 3013(a)(2)(A)", Certainty.VERIFIED));
  }

  @Test
  void theLimitsOfIdentityTheftHaveAMinimumAndBarProbation() {
    StatutoryLimits limits = StatutoryLimits.of(tier("18-1028A.base"), ENDED, Offender.INDIVIDUAL);

    assertThat(limits.minimum().map(Limit::value)).contains(24);
    assertThat(limits.probationBar()).contains("18 U.S.C. 1028A(a)(1), (b), 3561(a)(2)");
  }

  @Test
  void anOrganisationPaysMore() {
    StatutoryLimits limits =
        StatutoryLimits.of(tier("18-1037-a-3.GR-1"), ENDED, Offender.ORGANISATION);

    assertThat(limits.fine().value()).isEqualTo(Usd.of(200_000));
    assertThat(limits.assessment())
        .isEqualTo(new Limit<>(Usd.of(125), "18 U.S.C. 3013(a)(1)(B)(iii)", Certainty.VERIFIED));
    assertThat(limits.probation().citation()).isEqualTo("18 U.S.C. 3561(c)(2)");
    assertThat(limits.probationMinimum().value()).isZero();
  }

  @Test
  void theGreatestOfAmountGainLossAndPropertyIsTheFine() {
    assertThat(fine("18-1957.base", new Money(Usd.of(125_000), null, null)))
        .isEqualTo("18 U.S.C. 3571(b)(3)"); // 2 × 125,000 = 250,000 is no more than the amount
    assertThat(fine("18-1957.base", new Money(Usd.of(125_001), null, null)))
        .isEqualTo("18 U.S.C. 3571(d)");
    assertThat(fine("18-1957.base", new Money(null, Usd.of(125_001), null)))
        .isEqualTo("18 U.S.C. 3571(d)");
    assertThat(fine("18-1957.base", new Money(Usd.of(200_000), Usd.of(300_000), Usd.of(300_001))))
        .isEqualTo("18 U.S.C. 1957(b)");
    assertThat(fine("18-1957.base", new Money(Usd.of(200_000), Usd.of(300_000), Usd.of(300_000))))
        .isEqualTo("18 U.S.C. 3571(d)");
  }

  private static String fine(String tier, Money money) {
    return StatutoryLimits.of(tier(tier), ENDED, Offender.INDIVIDUAL, money).fine().citation();
  }

  @Test
  void aFineCanRiseOnlyWhileSomethingThatRaisesItIsNotRecorded() {
    Usd none = Usd.of(0);

    assertThat(canRise("18-1343.base", new Money(none, none, null))).isFalse();
    assertThat(canRise("18-1343.base", new Money(null, none, null))).isTrue();
    assertThat(canRise("18-1343.base", new Money(none, null, null))).isTrue();
    assertThat(canRise("18-1957.base", new Money(none, none, null))).isTrue();
    assertThat(canRise("18-1957.base", new Money(none, none, none))).isFalse();
  }

  private static boolean canRise(String tier, Money money) {
    return StatutoryLimits.of(tier(tier), ENDED, Offender.INDIVIDUAL, money).fineCanRise();
  }

  @Test
  void aCompanyMayBePutOnProbationForAClassBFelony() {
    PenaltyTier bank = tier("18-1343.financial-institution");

    assertThat(StatutoryLimits.of(bank, ENDED, Offender.ORGANISATION).probationBar())
        .isEqualTo(Optional.empty());
    assertThat(StatutoryLimits.of(bank, ENDED, Offender.INDIVIDUAL).probationBar())
        .contains("18 U.S.C. 3561(a)(1)");
  }
}
