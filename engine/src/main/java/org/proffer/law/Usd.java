package org.proffer.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An amount in United States dollars, exact to the cent; nothing is rounded here.
 *
 * @param amount scale 2
 */
public record Usd(BigDecimal amount) implements Comparable<Usd> {
  public Usd {
    amount = amount.setScale(2, RoundingMode.UNNECESSARY);
  }

  /** Whole dollars. */
  public static Usd of(long dollars) {
    return new Usd(BigDecimal.valueOf(dollars));
  }

  /** The amount so many times. */
  public Usd times(long count) {
    return new Usd(amount.multiply(BigDecimal.valueOf(count)));
  }

  /** The sum. */
  public Usd plus(Usd other) {
    return new Usd(amount.add(other.amount));
  }

  /** The smaller of the two. */
  public Usd min(Usd other) {
    return compareTo(other) <= 0 ? this : other;
  }

  @Override
  public int compareTo(Usd other) {
    return amount.compareTo(other.amount);
  }

  /** As in {@code $53,088}; cents only where there are some. */
  @Override
  public String toString() {
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    return "$" + String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", amount);
  }
}
