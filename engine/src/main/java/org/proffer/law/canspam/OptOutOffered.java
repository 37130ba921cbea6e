package org.proffer.law.canspam;

/**
 * The message offers a return address or another Internet-based way to object to further mail,
 * displayed in the message.
 *
 * <p>Source: 15 U.S.C. 7704(a)(3)(A)(i). Absence is objective and violates. A List-Unsubscribe
 * field alone is not displayed: left to a person. Not decided here: whether the display is clear
 * and conspicuous, and whether it works.
 */
final class OptOutOffered implements CanSpamRule {
  @Override
  public String id() {
    return "OPT-01";
  }

  @Override
  public Answer decide(MessageFacts facts, RecordedFacts recorded) {
    Observation mechanism = facts.optOutMechanism();
    if (mechanism.isPresent()) {
      return Answer.met(
          "The body offers a way to object; how clearly it is displayed is for a reviewer.",
          mechanism.spans());
    }
    if (!mechanism.isAbsent()) {
      return Answer.notJudged("A way to object", mechanism);
    }
    if (facts.optOutHeader().isPresent()) {
      return Answer.open(
          "The header offers a way to object, the body does not; a header field is not displayed to the recipient.",
          facts.optOutHeader().spans(),
          "a reviewer's view on whether the recipient was shown the way to object");
    }
    return Answer.violated(
        "No text of the message offers an Internet-based way to object to further mail.",
        mechanism.spans());
  }
}
