package org.proffer.sentencing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.InvalidInput;

/** What sums and lengths of time of a judgment cannot be. */
final class Amounts {
  private Amounts() {}

  static void check(String label, @Nullable BigDecimal amount) {
    if (amount != null && amount.signum() < 0) {
      throw new InvalidInput(label, "It is less than nothing.", "Enter the amount without a sign.");
    }
  }

  static void check(String label, @Nullable Integer months) {
    if (months != null && months < 0) {
      throw new InvalidInput(label, "It is less than nothing.", "Enter a number from 0.");
    }
  }
}
