package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Span;
import org.proffer.law.canspam.Observation;

/**
 * Words in the body that tell the reader that further mail can be declined.
 *
 * <p>Serves 15 U.S.C. 7704(a)(5)(A)(ii). A bare link to preferences does not say so. Whether the
 * notice is clear and conspicuous is for a person; words that are hard to read are named.
 */
final class OptOutNotice {
  private OptOutNotice() {}

  static Observation find(Body body, Language language) {
    List<Span> spans = new ArrayList<>();
    List<String> because = new ArrayList<>();
    for (VisibleText text : body.texts()) {
      List<Hits.Hit> statements = text.optOutWords();
      if (!statements.isEmpty()) {
        Hits.Hit last = statements.get(statements.size() - 1);
        spans.add(text.lineAround(last.start(), last.end(), 160));
        String faint = text.faintness(last.start(), last.end());
        if (!faint.isEmpty()) {
          because.add("part " + text.section() + ": " + faint);
        }
      }
    }
    if (!spans.isEmpty()) {
      return Observation.present(spans, because.toArray(String[]::new));
    }
    return Absence.of(body, language, "no words that say that mail can be declined");
  }
}
