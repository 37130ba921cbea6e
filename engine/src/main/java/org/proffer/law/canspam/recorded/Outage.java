package org.proffer.law.canspam.recorded;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time when the way to object could not receive or process requests.
 *
 * @param from when it began
 * @param repairedAt when it worked again; null if it never did
 * @param unexpected whether it was unexpected
 * @param beyondControl whether the technical problem was beyond the control of the sender
 * @param reasonableTime whether it was corrected within a reasonable time, as a person judged
 * @param cause what happened
 * @param source where the fact comes from
 */
public record Outage(
    Instant from,
    @Nullable Instant repairedAt,
    boolean unexpected,
    boolean beyondControl,
    boolean reasonableTime,
    String cause,
    String source)
    implements Fact {

  /** Whether 15 U.S.C. 7704(a)(3)(C) excuses it. */
  public boolean excused() {
    return unexpected && beyondControl && reasonableTime && repairedAt != null;
  }
}
