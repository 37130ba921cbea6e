package org.proffer.analysis;

import java.util.List;
import org.proffer.law.canspam.Observation;

/** When nothing was found: whether that proves that nothing is there. */
final class Absence {
  private Absence() {}

  static Observation of(Body body, Language language, String what) {
    if (!body.complete()) {
      return Observation.notJudged("the text was cut short by a budget");
    }
    if (!language.isJudged()) {
      return Observation.notJudged(
          "the text is not in a language that is judged: " + language.tag());
    }
    if (body.isImageOnly()) {
      return new Observation(
          Observation.State.NOT_JUDGED,
          List.of(),
          List.of(what + " in any text", "what is to be read may stand in images"));
    }
    return Observation.absent(what);
  }
}
