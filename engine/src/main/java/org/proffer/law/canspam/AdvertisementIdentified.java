package org.proffer.law.canspam;

/**
 * The message is clearly and conspicuously identified as an advertisement or solicitation.
 *
 * <p>Source: 15 U.S.C. 7704(a)(5)(A)(i); no words or place are prescribed (7711(b)). Prior
 * affirmative consent excuses (7704(a)(5)(B)), so that absence alone never violates.
 */
final class AdvertisementIdentified implements CanSpamRule {
  @Override
  public String id() {
    return "DIS-01";
  }

  @Override
  public Answer decide(MessageFacts facts, RecordedFacts recorded) {
    Observation label = facts.advertisementLabel();
    if (label.isPresent()) {
      return Answer.met(
          "The message says that it is an advertisement; how clearly is for a reviewer.",
          label.spans());
    }
    if (!label.isAbsent()) {
      return Answer.notJudged("A label as an advertisement", label);
    }
    return Answer.open(
        "No words say that this is an advertisement; the whole message may make it obvious, and consent may excuse it.",
        label.spans(),
        "affirmative consent of the recipient given before sending",
        "a reviewer's view on whether the message is obviously an advertisement");
  }
}
