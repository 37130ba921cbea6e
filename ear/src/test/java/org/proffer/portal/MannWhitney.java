package org.proffer.portal;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The Mann-Whitney test of two samples: whether values of the one tend to be greater than those of
 * the other. Normal approximation with correction for ties, two-sided; for samples of a hundred and
 * more.
 *
 * @param p the probability of a difference at least as great if both were drawn alike
 * @param greater how often a value of the second is greater than one of the first, ties half; 0.5
 *     where they are alike
 */
record MannWhitney(double p, double greater) {
  static MannWhitney of(double[] first, double[] second) {
    int n = first.length;
    int m = second.length;
    double[] all =
        IntStream.range(0, n + m).mapToDouble(i -> i < n ? first[i] : second[i - n]).toArray();
    int[] order =
        IntStream.range(0, n + m)
            .boxed()
            .sorted((a, b) -> Double.compare(all[a], all[b]))
            .mapToInt(i -> i)
            .toArray();
    double rankSum = 0;
    double ties = 0;
    for (int i = 0; i < order.length; ) {
      int j = i;
      while (j < order.length && all[order[j]] == all[order[i]]) {
        j++;
      }
      double rank = (i + 1 + j) / 2.0; // the middle of the ranks i + 1 to j
      for (int k = i; k < j; k++) {
        rankSum += order[k] >= n ? rank : 0;
      }
      double tied = j - i;
      ties += tied * tied * tied - tied;
      i = j;
    }
    double u = rankSum - m * (m + 1) / 2.0;
    double total = n + m;
    double deviation = Math.sqrt(n * (double) m / 12 * (total + 1 - ties / (total * (total - 1))));
    double z = deviation == 0 ? 0 : (Math.abs(u - n * (double) m / 2) - 0.5) / deviation;
    return new MannWhitney(Math.min(1, 2 * upperTail(Math.max(0, z))), u / (n * (double) m));
  }

  /**
   * The upper tail of the normal distribution, by Abramowitz and Stegun 26.2.17 (error below 1e-7).
   */
  private static double upperTail(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double[] b = {0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429};
    double sum = 0;
    double power = t;
    for (double each : b) {
      sum += each * power;
      power *= t;
    }
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * sum;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
