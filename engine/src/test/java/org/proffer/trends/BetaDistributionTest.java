package org.proffer.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BetaDistributionTest {
  @Test
  void theUniformDistributionIsOneOfThem() {
    assertThat(BetaDistribution.cumulative(0.3, 1, 1)).isCloseTo(0.3, within(1e-9));
    assertThat(BetaDistribution.quantile(0.975, 1, 1)).isCloseTo(0.975, within(1e-9));
  }

  @Test
  void sumsOfTheBinomialDistributionComeOut() {
    // P(X >= 3) of 10 at 0.2 = 1 - 0.10737 - 0.26844 - 0.30199 = 0.32220
    assertThat(BetaDistribution.cumulative(0.2, 3, 8)).isCloseTo(0.3222004736, within(1e-9));
  }

  @Test
  void studentsTReachesAsFarAsTheTablesSay() {
    // t at 0.975: 2.228139 with 10 degrees, 2.570582 with 5, 12.706205 with 1.
    assertThat(BetaDistribution.student(0.05, 10)).isCloseTo(2.228139, within(1e-6));
    assertThat(BetaDistribution.student(0.05, 5)).isCloseTo(2.570582, within(1e-6));
    assertThat(BetaDistribution.student(0.05, 1)).isCloseTo(12.706205, within(1e-5));
    assertThat(BetaDistribution.student(0.05, 1_000_000)).isCloseTo(1.959966, within(1e-5));
  }
}
