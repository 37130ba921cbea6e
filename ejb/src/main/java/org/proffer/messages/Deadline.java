package org.proffer.messages;

import java.io.IOException;

/** Until when something may take; what takes longer is broken off. */
final class Deadline {
  private final long seconds;
  private final long end;

  private Deadline(long seconds) {
    this.seconds = seconds;
    this.end = System.nanoTime() + seconds * 1_000_000_000L;
  }

  /** From now on. */
  static Deadline in(long seconds) {
    return new Deadline(seconds);
  }

  /** At least one. */
  long secondsLeft() {
    return Math.max(1, (end - System.nanoTime()) / 1_000_000_000L);
  }

  /**
   * Says nothing in time.
   *
   * @throws Passed if it is later
   */
  void check() throws Passed {
    if (System.nanoTime() - end > 0) {
      throw new Passed(seconds);
    }
  }

  /** It took too long. */
  static final class Passed extends IOException {
    private static final long serialVersionUID = 1L;

    Passed(long seconds) {
      super("Opening stopped: it took more than " + seconds + " seconds. The original is kept.");
    }
  }
}
