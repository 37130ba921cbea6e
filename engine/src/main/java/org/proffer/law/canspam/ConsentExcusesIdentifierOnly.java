package org.proffer.law.canspam;

/**
 * Prior affirmative consent lifts the duty to identify the advertisement, and nothing else of
 * 7704(a)(5).
 *
 * <p>Source: 15 U.S.C. 7704(a)(5)(B). A defence for DIS-01. An objection to all mail ends the
 * consent before it: our reading.
 */
final class ConsentExcusesIdentifierOnly implements CanSpamRule {
  @Override
  public String id() {
    return "DIS-04";
  }

  @Override
  public Answer decide(Matter matter) {
    Consents.Found consent = Consents.before(matter);
    return switch (consent.verdict()) {
      case MET ->
          Answer.met(
              consent.reason()
                  + " It excuses DIS-01 and not the notice, the way to object or the postal address.");
      case UNDETERMINED -> Answer.open(consent.reason(), consent.missing());
      case VIOLATED, NOT_APPLICABLE -> Answer.notApplicable(consent.reason());
    };
  }
}
