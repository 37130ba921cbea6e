package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The measure of {@link SealedAlikeIT}, on samples of which one knows what they are. */
class MannWhitneyIT {
  private static double[] drawn(long seed, int many, double shift) {
    Random random = new Random(seed);
    return IntStream.range(0, many).mapToDouble(i -> random.nextGaussian() + shift).toArray();
  }

  @Test
  void samplesDrawnAlikeAreNotToldApart() {
    int told = 0;
    for (int i = 0; i < 200; i++) {
      told += MannWhitney.of(drawn(i, 300, 0), drawn(1_000 + i, 300, 0)).p() < 0.05 ? 1 : 0;
    }
    assertThat(told).isBetween(2, 20); // five of a hundred, 10 ± 10
  }

  @Test
  void aShiftOfAFifthOfADeviationIsSeenByAThousandTries() {
    MannWhitney seen = MannWhitney.of(drawn(1, 1_000, 0), drawn(2, 1_000, 0.2));
    assertThat(seen.p()).isLessThan(0.001);
    assertThat(seen.greater()).isBetween(0.53, 0.60); // Φ(0.2 / √2) = 0.556
  }

  @Test
  void theTestOfHandComesOut() {
    MannWhitney small = MannWhitney.of(new double[] {1, 4, 6}, new double[] {2, 3, 5});
    assertThat(small.greater()).isCloseTo(4.0 / 9, within(1e-9)); // 2>1, 3>1, 5>1, 5>4
    assertThat(MannWhitney.of(new double[] {1, 1}, new double[] {1, 1}).greater()).isEqualTo(0.5);
  }
}
