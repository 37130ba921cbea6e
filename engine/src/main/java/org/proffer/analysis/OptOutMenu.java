package org.proffer.analysis;

import java.util.List;
import org.proffer.law.canspam.Observation;

/**
 * Words that offer a choice among kinds of mail, 15 U.S.C. 7704(a)(3)(B): then one choice must be
 * to receive none. The page behind a link is not seen in the bytes.
 */
final class OptOutMenu {
  private OptOutMenu() {}

  static Observation find(Body body, Language language) {
    for (VisibleText text : body.texts()) {
      for (Topic topic : List.of(Topic.MENU, Topic.PREFERENCES)) {
        for (Hits.Hit hit : text.hits().of(topic)) {
          boolean linked = text.linkAt(hit.start()).isPresent();
          boolean told = text.hits().near(Topic.INSTRUCTION, hit.start() - 60, hit.end() + 80);
          if (linked || (topic == Topic.MENU && told && !text.optOutWords().isEmpty())) {
            return Observation.present(
                List.of(text.lineAround(hit.start(), hit.end(), 120)),
                linked ? "a link to preferences" : "a choice among kinds of mail");
          }
        }
      }
    }
    return Absence.of(body, language, "no choice among kinds of mail");
  }
}
