package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.Judgement;

/**
 * The message is clearly and conspicuously identified as an advertisement or solicitation.
 *
 * <p>Source: 15 U.S.C. 7704(a)(5)(A)(i); no words or place are prescribed (7711(b)). Prior
 * affirmative consent excuses (7704(a)(5)(B)), so that absence alone never violates. Left to a
 * person: whether the whole message makes it obvious.
 */
final class AdvertisementIdentified implements CanSpamRule {
  @Override
  public String id() {
    return "DIS-01";
  }

  @Override
  public Answer decide(Matter matter) {
    Observation label = matter.facts().advertisementLabel();
    Consents.Found consent = Consents.before(matter);
    if (consent.verdict() == Verdict.MET) {
      return Answer.notApplicable("Excused by 7704(a)(5)(B). " + consent.reason());
    }
    if (label.isPresent()) {
      return Answer.met(
          "The message says that it is an advertisement; how clearly is for a reviewer.",
          label.spans());
    }
    Optional<Judgement> judged = matter.recorded().judged(Judgement.Question.ADVERTISEMENT_OBVIOUS);
    if (judged.isPresent() && judged.get().yes()) {
      return Answer.met(
          "The whole message makes it obvious, says "
              + judged.get().by()
              + " ("
              + judged.get().source()
              + ").",
          label.spans());
    }
    if (judged.isPresent() && consent.verdict() == Verdict.NOT_APPLICABLE) {
      return Answer.violated(
          "Nothing identifies it as an advertisement, says "
              + judged.get().by()
              + " ("
              + judged.get().source()
              + "). "
              + consent.reason(),
          label.spans());
    }
    List<String> missing = new ArrayList<>();
    if (consent.verdict() == Verdict.UNDETERMINED) {
      missing.add(consent.missing());
    }
    if (judged.isEmpty()) {
      missing.add("a reviewer's view on whether the message is obviously an advertisement");
    }
    return Answer.open(
        label.isAbsent()
            ? "No words say that this is an advertisement; the whole message may make it obvious, and consent may excuse it."
            : "A label as an advertisement could not be judged: "
                + String.join("; ", label.because())
                + ".",
        label.spans(),
        missing);
  }
}
