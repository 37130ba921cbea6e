package org.proffer.access;

import org.proffer.platform.Refusal;

/**
 * Two persons are needed for it, and this one was the first: who closed something does not open it
 * again alone, and nobody gives anything to themselves.
 */
public final class AnotherPersonNeeded extends Refusal {
  /**
   * Refuses.
   *
   * @param detail what the person did before, or would give to themselves
   * @param next who can do it
   */
  public AnotherPersonNeeded(String detail, String next) {
    super(Kind.NOT_PERMITTED, "Another person is needed", detail, next);
  }
}
