package org.proffer.sentencing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.proffer.law.fraud.PenaltyTier;
import org.proffer.law.sentencing.CountSentence;
import org.proffer.law.sentencing.Money;
import org.proffer.law.sentencing.StatutoryLimits;

/**
 * A count of conviction with what the statutes allow on it.
 *
 * @param number as the judgment has it
 * @param end the last day of the conduct
 */
record GradedCount(UUID id, String number, StatutoryLimits limits, LocalDate end, Money money) {
  static final Comparator<String> BY_NUMBER =
      Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

  PenaltyTier tier() {
    return limits.tier();
  }

  /** A sentence on it of which nothing is stated but the assessment, which is checked in sum. */
  CountSentence sentence() {
    return CountSentence.on(number, tier().id(), end)
        .money(money)
        .assessment(limits.assessment().value());
  }
}
