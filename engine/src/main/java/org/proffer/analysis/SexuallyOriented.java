package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Span;
import org.proffer.law.canspam.Observation;

/**
 * Words of sexually oriented advertising: an indicator, 15 U.S.C. 7704(d)(4) is decided by a
 * person.
 */
final class SexuallyOriented {
  private static final int ENOUGH = 4;

  private SexuallyOriented() {}

  static Observation find(Headers headers, Body body, Language language) {
    Hits subject = Lexicon.get().read(headers.subject());
    int score = 2 * subject.score(Topic.SEXUAL);
    VisibleText main = body.main();
    score += main.hits().score(Topic.SEXUAL);
    int words = 1 + main.text().length() / 6;
    boolean dense =
        main.hits().count(Topic.SEXUAL) * 150 >= words || subject.score(Topic.SEXUAL) >= 2;
    if (score >= ENOUGH && dense) {
      List<Span> spans = new ArrayList<>();
      if (!subject.of(Topic.SEXUAL).isEmpty()) {
        spans.add(headers.span("Subject"));
      }
      for (Hits.Hit hit : main.hits().of(Topic.SEXUAL)) {
        if (spans.size() == 3) {
          break;
        }
        spans.add(main.lineAround(hit.start(), hit.end(), 80));
      }
      return Observation.present(spans, "several words of sexually oriented advertising");
    }
    return Absence.of(body, language, "no words of sexually oriented advertising");
  }
}
