package org.proffer.analysis;

import java.util.List;
import org.proffer.law.canspam.Observation;

/**
 * Whether the decoded subject begins with the label of 16 CFR 316.4(a)(1): these 19 ASCII
 * characters and no others, the last a space.
 */
final class SexuallyExplicitLabel {
  static final String LABEL = "SEXUALLY-EXPLICIT: ";

  private SexuallyExplicitLabel() {}

  static Observation find(Headers headers) {
    String subject = headers.subject();
    if (subject.startsWith(LABEL)) {
      return Observation.present(List.of(headers.span("Subject")));
    }
    if (subject.equals(LABEL.stripTrailing())) {
      return Observation.notJudged(
          "the subject is the label alone; its last space may have been lost on the way");
    }
    String letters = Body.lower(subject).replaceAll("[^a-z]", "");
    return letters.contains("sexuallyexplicit")
        ? Observation.absent("the subject names the label, but does not begin with its exact form")
        : Observation.absent("the subject does not begin with the label");
  }
}
