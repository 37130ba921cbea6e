package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Span;
import org.proffer.law.canspam.Observation;

/**
 * Words that say that the message is an advertisement or solicitation.
 *
 * <p>Serves 15 U.S.C. 7704(a)(5)(A)(i); no words or place are prescribed (7711(b)).
 */
final class AdvertisementLabel {
  private AdvertisementLabel() {}

  static Observation find(Headers headers, Body body, Language language) {
    List<Span> spans = new ArrayList<>();
    String subject = Body.lower(headers.subject()).strip();
    if (subject.startsWith("adv:")
        || subject.startsWith("adv ")
        || subject.startsWith("[adv]")
        || subject.startsWith("(adv)")
        || subject.startsWith("ad:")
        || subject.startsWith("[ad]")
        || subject.startsWith("advertisement:")
        || subject.endsWith(" adv")) {
      spans.add(headers.span("Subject"));
    }
    for (VisibleText text : body.texts()) {
      for (Hits.Hit hit : text.hits().of(Topic.ADVERTISEMENT)) {
        if (saysSo(text, hit)) {
          spans.add(text.lineAround(hit.start(), hit.end(), 120));
          break;
        }
      }
    }
    if (!spans.isEmpty()) {
      return Observation.present(spans);
    }
    return Absence.of(body, language, "no words that say that this is an advertisement");
  }

  private static boolean saysSo(VisibleText text, Hits.Hit hit) {
    String before =
        Body.lower(text.text().substring(Math.max(0, hit.start() - 30), hit.start()))
            .replace('\n', ' ');
    return !before.contains("not a ")
        && !before.contains("not an ")
        && !before.contains("isn't ")
        && !before.contains("requested not ")
        && !before.contains(" law")
        && !before.contains("legislation")
        && !before.contains("regulat")
        && !before.contains("advocates")
        && !(text.text().regionMatches(true, hit.start(), "marketing", 0, 9)
            && before.endsWith("mail "))
        && (hit.weight() > 1 || standsAlone(text.text(), hit))
        && !OptOutWords.isQuoted(text.text(), hit.start());
  }

  /** Whether a word that may also be one of a sentence is a line of its own, as a label is. */
  private static boolean standsAlone(String s, Hits.Hit hit) {
    int from = s.lastIndexOf('\n', hit.start()) + 1;
    int to = s.indexOf('\n', hit.end());
    return (to < 0 ? s.length() : to) - from <= hit.end() - hit.start() + 12;
  }
}
