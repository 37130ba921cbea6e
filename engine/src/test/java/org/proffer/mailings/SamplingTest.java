package org.proffer.mailings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SamplingTest {

  @Test
  void nothingFoundInThirtyLeavesRoomForElevenPercent() {
    Sampling.Interval interval = Sampling.share(0, 30, 0.95);
    assertThat(interval.low()).isZero();
    // 1 - 0.025^(1/30)
    assertThat(interval.high()).isCloseTo(1 - Math.pow(0.025, 1 / 30.0), within(1e-9));
  }

  @Test
  void allFoundIsTheMirrorOfNothingFound() {
    Sampling.Interval interval = Sampling.share(30, 30, 0.95);
    assertThat(interval.high()).isEqualTo(1);
    assertThat(interval.low()).isCloseTo(Math.pow(0.025, 1 / 30.0), within(1e-9));
  }

  @Test
  void eachBoundIsWhereTheTailHoldsHalfOfTheDoubt() {
    Sampling.Interval interval = Sampling.share(4, 20, 0.95);
    assertThat(atLeast(4, 20, interval.low())).isCloseTo(0.025, within(1e-6));
    assertThat(1 - atLeast(5, 20, interval.high())).isCloseTo(0.025, within(1e-6));
  }

  private static double atLeast(int k, int n, double p) {
    double sum = 0;
    for (int i = k; i <= n; i++) {
      double ways = 1;
      for (int j = 0; j < i; j++) {
        ways = ways * (n - j) / (j + 1);
      }
      sum += ways * Math.pow(p, i) * Math.pow(1 - p, n - i);
    }
    return sum;
  }

  @Test
  void moreFoundThanDrawnIsRefused() {
    assertThatThrownBy(() -> Sampling.share(3, 2, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sampling.share(0, 0, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
