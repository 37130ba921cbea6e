package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Span;
import org.proffer.law.canspam.Observation;

/**
 * Words that ask, of one who declines, for a fee, for more than an address and preferences, or for
 * more steps than a reply or one page, 16 CFR 316.5.
 */
final class OptOutBurden {
  private OptOutBurden() {}

  static Observation find(Body body, Language language) {
    List<Span> spans = new ArrayList<>();
    for (VisibleText text : body.texts()) {
      List<Hits.Hit> statements = text.optOutWords();
      for (Hits.Hit hit : text.hits().of(Topic.BURDEN)) {
        for (Hits.Hit statement : statements) {
          if (Math.abs(hit.start() - statement.start()) < 300) {
            spans.add(text.lineAround(hit.start(), hit.end(), 160));
            break;
          }
        }
      }
    }
    if (!spans.isEmpty()) {
      return Observation.present(
          spans.subList(0, Math.min(3, spans.size())),
          "asks for more than an address and preferences, or for a further step");
    }
    return Absence.of(body, language, "no condition on declining mail");
  }
}
