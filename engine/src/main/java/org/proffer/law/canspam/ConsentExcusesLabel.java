package org.proffer.law.canspam;

import org.proffer.law.canspam.recorded.Judgement;

/**
 * Prior affirmative consent lifts the duties on the label and the first view.
 *
 * <p>Source: 15 U.S.C. 7704(d)(2); 16 CFR 316.4(b), before 28 March 2005 316.1(b). A defence. Who
 * has to show the consent is our reading.
 */
final class ConsentExcusesLabel implements CanSpamRule {
  @Override
  public String id() {
    return "SEX-03";
  }

  @Override
  public Answer decide(Matter matter) {
    if (matter.recorded().judged(Judgement.Question.SEXUALLY_ORIENTED, false)) {
      return Answer.notApplicable("The material was judged not to be sexually oriented.");
    }
    Consents.Found consent = Consents.before(matter);
    return switch (consent.verdict()) {
      case MET -> Answer.met(consent.reason());
      case UNDETERMINED ->
          Answer.open(
              consent.reason() + " " + Law.reading("burden-of-consent", matter.lawAsOf()),
              consent.missing());
      case VIOLATED, NOT_APPLICABLE -> Answer.notApplicable(consent.reason());
    };
  }
}
