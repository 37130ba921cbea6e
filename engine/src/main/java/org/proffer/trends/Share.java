package org.proffer.trends;

import java.util.Locale;

/**
 * A part of a number, never without the number it is a part of.
 *
 * @param part how many
 * @param whole of how many
 */
public record Share(long part, long whole) {
  /** Fewer than this are counted, not given in percent. */
  public static final long FEW = 100;

  public Share {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(part + " of " + whole);
    }
  }

  /** As “214 of 3,310 (6.5 %)”; of fewer than a hundred as the counts alone. */
  public String words() {
    String counts = String.format(Locale.US, "%,d of %,d", part, whole);
    return whole < FEW
        ? counts
        : counts + String.format(Locale.US, " (%.1f %%)", 100.0 * part / whole);
  }
}
