package org.proffer.mailings;

/**
 * What a sample says of the whole, by the interval of Clopper and Pearson (1934): the exact one of
 * the binomial distribution, which covers the true share at least as often as stated. For a whole
 * that is drawn from at random and is large against the sample; for a smaller one it is wider than
 * it needs to be.
 */
public final class Sampling {
  private static final int STEPS = 80;

  private Sampling() {}

  /**
   * Bounds of a share, from 0 to 1, both included.
   *
   * @param confidence how often such an interval covers the true share, for example 0.95
   */
  public record Interval(double low, double high, double confidence) {}

  /**
   * The interval of the share in the whole.
   *
   * @param found how many of the sample have it, from 0 to {@code drawn}
   * @param drawn size of the sample, at least 1
   * @param confidence between 0 and 1
   * @throws IllegalArgumentException if a number lies outside its range
   */
  public static Interval share(int found, int drawn, double confidence) {
    if (drawn < 1 || found < 0 || found > drawn || confidence <= 0 || confidence >= 1) {
      throw new IllegalArgumentException(found + " of " + drawn + " at " + confidence);
    }
    double tail = (1 - confidence) / 2;
    double low = found == 0 ? 0 : solved(p -> atLeast(found, drawn, p) - tail);
    double high = found == drawn ? 1 : solved(p -> tail - atMost(found, drawn, p));
    return new Interval(low, high, confidence);
  }

  /** A function that rises from below zero to above. */
  private interface Rising {
    double at(double p);
  }

  private static double solved(Rising function) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (function.at(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Probability of at least {@code k} of {@code n}. */
  private static double atLeast(int k, int n, double p) {
    double sum = 0;
    for (int i = k; i <= n; i++) {
      sum += probability(i, n, p);
    }
    return sum;
  }

  /** Probability of at most {@code k} of {@code n}. */
  private static double atMost(int k, int n, double p) {
    double sum = 0;
    for (int i = 0; i <= k; i++) {
      sum += probability(i, n, p);
    }
    return sum;
  }

  private static double probability(int k, int n, double p) {
    if (p <= 0) {
      return k == 0 ? 1 : 0;
    }
    if (p >= 1) {
      return k == n ? 1 : 0;
    }
    double log = k * Math.log(p) + (n - k) * Math.log1p(-p);
    for (int i = 1; i <= k; i++) {
      log += Math.log(n - k + i) - Math.log(i);
    }
    return Math.exp(log);
  }
}
