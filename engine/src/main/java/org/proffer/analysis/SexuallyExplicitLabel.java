package org.proffer.analysis;

import java.util.List;
import org.proffer.law.canspam.Observation;

/**
 * Whether the decoded subject begins with the exact label of 16 CFR 316.4(a)(1): 19 ASCII
 * characters, capitals, colon and one space at the end. Anything before it, any other letter case
 * and any look-alike is not the label.
 */
final class SexuallyExplicitLabel {
  static final String LABEL = "SEXUALLY-EXPLICIT: ";

  private SexuallyExplicitLabel() {}

  static Observation find(Headers headers) {
    return headers.subject().startsWith(LABEL)
        ? Observation.present(List.of(headers.span("Subject")))
        : Observation.absent("the subject does not begin with the 19 characters of the label");
  }
}
