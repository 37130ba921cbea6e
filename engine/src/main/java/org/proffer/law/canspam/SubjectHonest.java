package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proffer.law.canspam.recorded.Judgement;
import org.proffer.law.canspam.recorded.Knowledge;

/**
 * The subject is not likely to mislead a recipient, acting reasonably, about a material fact of the
 * contents.
 *
 * <p>Source: 15 U.S.C. 7704(a)(2); needs actual or fairly implied knowledge, which is never in the
 * bytes, except for an injunction (7706(e)). Left to a person: whether the subject misleads.
 */
final class SubjectHonest implements CanSpamRule {
  @Override
  public String id() {
    return "SUB-01";
  }

  @Override
  public Answer decide(Matter matter) {
    Observation misleading = matter.facts().subjectMisleading();
    Optional<Judgement> judged = matter.recorded().judged(Judgement.Question.SUBJECT_MISLEADS);
    if (judged.isPresent() && !judged.get().yes()) {
      return Answer.met(
          judged.get().by()
              + " found that the subject does not mislead ("
              + judged.get().source()
              + ").",
          misleading.spans());
    }
    List<Knowledge> known = matter.recorded().knowledge(Knowledge.Subject.SUBJECT_MISLEADS);
    for (Knowledge knowledge : known) {
      if (knowledge.level() != Knowledge.Level.NONE && judged.isPresent()) {
        return Answer.violated(
            "The subject misleads, and "
                + knowledge.who()
                + " knew it or circumstances fairly imply it ("
                + knowledge.source()
                + ").",
            misleading.spans());
      }
    }
    List<String> missing = new ArrayList<>();
    if (judged.isEmpty()) {
      missing.add("a reviewer's view on whether the subject misleads");
    }
    if (known.isEmpty()) {
      missing.add("what the sender knew");
    } else if (judged.isPresent()) {
      return Answer.met(
          "The subject misleads, but nobody knew it and nothing implies that they did ("
              + known.get(0).source()
              + "); an injunction needs no knowledge.",
          misleading.spans());
    }
    return Answer.open(
        misleading.isPresent()
            ? "The subject shows indicators that it misleads: "
                + String.join("; ", misleading.because())
                + "."
            : "The subject shows no indicator that it misleads.",
        misleading.spans(),
        missing);
  }
}
