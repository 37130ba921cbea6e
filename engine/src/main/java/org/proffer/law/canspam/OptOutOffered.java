package org.proffer.law.canspam;

import java.util.Optional;
import org.proffer.law.canspam.recorded.Judgement;

/**
 * The message offers a return address or another Internet-based way to object to further mail,
 * displayed in the message.
 *
 * <p>Source: 15 U.S.C. 7704(a)(3)(A)(i). Absence is objective and violates. A List-Unsubscribe
 * field alone is not displayed: left to a person. Not decided here: whether the display is clear
 * and conspicuous (a recorded judgement decides it), and whether it works (OPT-02).
 */
final class OptOutOffered implements CanSpamRule {
  @Override
  public String id() {
    return "OPT-01";
  }

  @Override
  public Answer decide(Matter matter) {
    Observation mechanism = matter.facts().optOutMechanism();
    Observation header = matter.facts().optOutHeader();
    Optional<Judgement> judged = matter.recorded().judged(Judgement.Question.OPT_OUT_SHOWN);
    if (judged.isPresent() && (mechanism.isPresent() || header.isPresent())) {
      String source = judged.get().by() + " (" + judged.get().source() + ").";
      return judged.get().yes()
          ? Answer.met(
              "The way to object is clearly and conspicuously displayed, says " + source,
              mechanism.spans())
          : Answer.violated(
              "The way to object is not clearly and conspicuously displayed, says " + source,
              mechanism.spans());
    }
    if (mechanism.isPresent()) {
      return Answer.met(
          "The body offers a way to object; how clearly it is displayed is for a reviewer.",
          mechanism.spans());
    }
    if (!mechanism.isAbsent()) {
      return Answer.notJudged("A way to object", mechanism);
    }
    if (header.isPresent()) {
      return Answer.open(
          "The header offers a way to object, the body does not; a header field is not displayed to the recipient.",
          header.spans(),
          "a reviewer's view on whether the recipient was shown the way to object");
    }
    return Answer.violated(
        "No text of the message offers an Internet-based way to object to further mail.",
        mechanism.spans());
  }
}
