package org.proffer.law.sentencing;

import java.time.LocalDate;
import org.proffer.law.Usd;

/** What the court did about restitution. */
public sealed interface Restitution {

  /**
   * Ordered.
   *
   * @param amount the whole sum
   */
  record Ordered(Usd amount) implements Restitution {}

  /**
   * To be determined later.
   *
   * @param until the day set for it
   */
  record Deferred(LocalDate until) implements Restitution {}

  /**
   * Not ordered, with a finding.
   *
   * @param finding why, as the court found
   */
  record NotOrdered(Finding finding) implements Restitution {}

  /** Nothing is recorded yet. */
  record NotRecorded() implements Restitution {}

  /** Why restitution was not ordered. */
  enum Finding {
    /** No identifiable victim suffered a pecuniary loss. */
    NO_VICTIM_WITH_LOSS,
    /** So many victims that restitution is impracticable: 18 U.S.C. 3663A(c)(3)(A). */
    TOO_MANY_VICTIMS,
    /** Complex issues would burden sentencing unduly: 18 U.S.C. 3663A(c)(3)(B). */
    TOO_COMPLEX
  }
}
