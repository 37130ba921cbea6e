package org.proffer.law.sentencing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.law.fraud.Offender;

/**
 * The sentence of one defendant, as a judgment states it or as it is being typed.
 *
 * @param imposedOn the day of sentence
 * @param offender a person or an organisation
 * @param counts the counts of conviction; not those of acquittal or dismissal
 * @param total the total imprisonment the judgment states; null if it states none
 * @param victimLost whether an identifiable victim suffered a pecuniary loss; null if not recorded
 * @param restitution what the court did about it
 * @param forfeitureOrdered whether property or a money judgment was forfeited
 */
public record SentenceImposed(
    LocalDate imposedOn,
    Offender offender,
    List<CountSentence> counts,
    @Nullable Term total,
    @Nullable Boolean victimLost,
    Restitution restitution,
    boolean forfeitureOrdered) {
  public SentenceImposed {
    counts = List.copyOf(counts);
  }

  /** A sentence of which only the counts are known yet. */
  public static SentenceImposed on(
      LocalDate imposedOn, Offender offender, List<CountSentence> counts) {
    return new SentenceImposed(
        imposedOn, offender, counts, null, null, new Restitution.NotRecorded(), false);
  }
}
