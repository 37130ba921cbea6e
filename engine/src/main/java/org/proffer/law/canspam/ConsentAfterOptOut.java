package org.proffer.law.canspam;

import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.Consent;

/**
 * Affirmative consent given after the request lifts the prohibitions of 7704(a)(4).
 *
 * <p>Source: 15 U.S.C. 7704(a)(4)(B). A defence. A purchase alone is no express consent.
 */
final class ConsentAfterOptOut implements CanSpamRule {
  @Override
  public String id() {
    return "SUP-05";
  }

  @Override
  public Answer decide(Matter matter) {
    Objections.Standing standing = Objections.of(matter);
    if (standing.consent().isPresent()) {
      return Answer.met(standing.reason());
    }
    return switch (standing.verdict()) {
      case VIOLATED ->
          matter.recorded().complete(Complete.Records.CONSENTS)
                  || !matter.recorded().all(Consent.class).isEmpty()
              ? Answer.notApplicable(
                  "The defence is not available: no express consent was given after the request.")
              : Answer.open(
                  "The message is late, and nothing is recorded of consent.",
                  "affirmative consent of the recipient given after the request");
      case UNDETERMINED -> Answer.open(standing.reason(), java.util.List.of(), standing.missing());
      case MET, NOT_APPLICABLE -> Answer.notApplicable("No late message needs the defence.");
    };
  }
}
