package org.proffer.trends;

/**
 * The beta distribution, and Student's t by way of it (Abramowitz and Stegun 26.5, 26.7). Good to
 * nine digits where it is used: shape parameters from a half to some millions.
 */
final class BetaDistribution {
  private static final int STEPS = 64;
  private static final double SMALLEST = 1e-300;
  private static final double[] LANCZOS = {
    76.18009172947146,
    -86.50532032941678,
    24.01409824083091,
    -1.231739572450155,
    0.1208650973866179e-2,
    -0.5395239384953e-5
  };

  private BetaDistribution() {}

  /** Probability of at most {@code x}, of the distribution with these shapes. */
  static double cumulative(double x, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  /** The value that is not exceeded with this probability. */
  static double quantile(double probability, double a, double b) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (cumulative(middle, a, b) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * How far Student's t reaches to both sides.
   *
   * @param outside the probability of lying farther, both sides together
   * @param degrees of freedom, also broken ones
   */
  static double student(double outside, double degrees) {
    double x = quantile(outside, degrees / 2, 0.5);
    return Math.sqrt(degrees * (1 - x) / x);
  }

  /** The continued fraction of the incomplete beta function, by Lentz. */
  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / kept(1 - (a + b) * x / (a + 1));
    double h = d;
    for (int m = 1; m <= 10_000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / kept(1 + even * d);
      c = kept(1 + even / c);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / kept(1 + odd * d);
      c = kept(1 + odd / c);
      double step = d * c;
      h *= step;
      if (Math.abs(step - 1) < 1e-14) {
        break;
      }
    }
    return h;
  }

  private static double kept(double value) {
    return Math.abs(value) < SMALLEST ? SMALLEST : value;
  }

  private static double logGamma(double x) {
    double base = x + 5.5;
    double sum = 1.000000000190015;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x + 1 + i);
    }
    return (x + 0.5) * Math.log(base) - base + Math.log(2.5066282746310007 * sum / x);
  }
}
