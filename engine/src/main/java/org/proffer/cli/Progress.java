package org.proffer.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One line on a terminal that says how far a run is; nothing is left of it at the end. */
final class Progress {
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(250);

  private final PrintStream terminal;
  private final LongSupplier nanoTime;
  private final OptionalLong total;
  private final long begun;
  private long shownAt;
  private int width;

  /**
   * @param total bytes of all inputs, where they are known before
   */
  Progress(PrintStream terminal, LongSupplier nanoTime, OptionalLong total) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.total = total;
    this.begun = nanoTime.getAsLong();
    this.shownAt = begun;
  }

  /** Shows how far it is, unless it was shown just now. */
  void at(long messages, long bytes) {
    long now = nanoTime.getAsLong();
    if (now - shownAt < STEP) {
      return;
    }
    shownAt = now;
    double seconds = (now - begun) / 1e9;
    line(
        String.format(
            Locale.ROOT,
            "%,d messages, %.1f%s MB, %,.0f a second",
            messages,
            bytes / 1e6,
            total.isPresent()
                ? String.format(Locale.ROOT, " of %.1f", total.getAsLong() / 1e6)
                : "",
            messages / seconds));
  }

  /** Takes the line away. */
  void clear() {
    if (width > 0) {
      line("");
      terminal.print('\r');
      terminal.flush();
      width = 0;
    }
  }

  private void line(String text) {
    terminal.print('\r' + text + " ".repeat(Math.max(0, width - text.length())));
    terminal.flush();
    width = text.length();
  }
}
