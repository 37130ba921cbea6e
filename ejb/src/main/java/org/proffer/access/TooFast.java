package org.proffer.access;

import java.time.Duration;
import org.proffer.platform.Refusal;

/** Something that costs much was asked for too often within a minute; nothing of it was done. */
public final class TooFast extends Refusal {
  private final Duration wait;

  TooFast(Pace pace, Duration wait) {
    super(
        Kind.TOO_FAST,
        "Too many at once",
        "This was asked for more often within a minute than is taken (" + pace.words() + ").",
        "Wait " + seconds(wait) + " s, then ask again.");
    this.wait = wait;
  }

  /** After how many whole seconds it may be asked again, one at least. */
  public long retryAfter() {
    return seconds(wait);
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
