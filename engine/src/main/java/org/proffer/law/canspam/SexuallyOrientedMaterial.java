package org.proffer.law.canspam;

import java.util.Optional;
import org.proffer.law.canspam.recorded.Judgement;

/**
 * Whether the message includes sexually oriented material.
 *
 * <p>Source: 15 U.S.C. 7704(d)(4); 18 U.S.C. 2256. Only a person decides this; the engine names
 * words that point to it. A definition: MET says that the label rule applies.
 */
final class SexuallyOrientedMaterial implements CanSpamRule {
  @Override
  public String id() {
    return "SEX-00";
  }

  @Override
  public Answer decide(Matter matter) {
    Observation words = matter.facts().sexuallyOriented();
    Optional<Judgement> judged = matter.recorded().judged(Judgement.Question.SEXUALLY_ORIENTED);
    if (judged.isPresent()) {
      String source = judged.get().by() + " (" + judged.get().source() + ").";
      return judged.get().yes()
          ? Answer.met("Sexually oriented material, says " + source, words.spans())
          : Answer.notApplicable("No sexually oriented material, says " + source);
    }
    return Answer.open(
        words.isPresent()
            ? "Words point to sexually oriented material; only a person decides it."
            : "No words point to sexually oriented material; only a person decides it.",
        words.spans(),
        "a reviewer's view on whether the material is sexually oriented");
  }
}
