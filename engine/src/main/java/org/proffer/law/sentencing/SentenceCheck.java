package org.proffer.law.sentencing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proffer.law.fraud.PenaltyTier;
import org.proffer.law.fraud.Statutes;

/**
 * Whether a sentence keeps within the statutes, count by count and as a whole.
 *
 * <p>Source: the tier of each count (maximum, minimum, consecutive), 18 U.S.C. 3583 (supervised
 * release), 3561 (probation), 3571 (fine), 3013 (special assessment), 3584 (concurrent and
 * consecutive), 3663A and 3664 (restitution), each by the law of the day the offence ended. A term
 * equal to its limit is within it.
 *
 * <p>Left to a person: the guidelines, the reasons, and everything a doubt names.
 */
public final class SentenceCheck {
  private SentenceCheck() {}

  /** A count with its tier. */
  record Graded(CountSentence sentence, PenaltyTier tier) {}

  /** Every objection, by count in their order, then those to the whole sentence. */
  public static List<SentenceObjection> of(SentenceImposed imposed) {
    Objections objections = new Objections();
    List<Graded> graded = new ArrayList<>();
    for (CountSentence count : imposed.counts()) {
      Optional<PenaltyTier> tier = Statutes.tier(count.tier(), count.offenceEnd());
      if (tier.isPresent()) {
        StatutoryLimits limits =
            StatutoryLimits.of(tier.get(), count.offenceEnd(), imposed.offender(), count.money());
        graded.add(new Graded(count, tier.get()));
        new CountCheck(count, limits, imposed.offender(), objections).run();
        new MoneyCheck(count, limits, objections).run();
      } else {
        objections.notInCatalogue(count);
      }
    }
    new WholeCheck(imposed, graded, objections).run();
    return objections.found();
  }
}
