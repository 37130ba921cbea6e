package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Span;
import org.proffer.law.canspam.Observation;

/**
 * An Internet-based way to decline further mail that is displayed in the body: a link, a mail
 * address to write to, or an instruction to reply.
 *
 * <p>Serves 15 U.S.C. 7704(a)(3)(A)(i). List-Unsubscribe in the header is not displayed and does
 * not count; nor does a postal address alone. Whether the way works is not seen in the bytes.
 */
final class OptOutMechanism {
  private static final String[] TARGETS = {
    "unsub", "optout", "opt-out", "opt_out", "desinscri", "abmeld", "uitschrijven", "descadastr"
  };

  private OptOutMechanism() {}

  static Observation find(Body body, Language language) {
    List<Span> spans = new ArrayList<>();
    List<String> because = new ArrayList<>();
    for (VisibleText text : body.texts()) {
      Span found = find(text, because);
      if (found != null) {
        spans.add(found);
      }
    }
    if (!spans.isEmpty()) {
      return Observation.present(spans, because.toArray(String[]::new));
    }
    return Absence.of(body, language, "no link, address or instruction to decline further mail");
  }

  private static @org.jspecify.annotations.Nullable Span find(
      VisibleText text, List<String> because) {
    List<Hits.Hit> statements = text.optOutWords();
    for (int i = statements.size() - 1; i >= 0; i--) {
      Hits.Hit words = statements.get(i);
      String way = way(text, words);
      if (!way.isEmpty()) {
        because.add(way);
        String faint = text.faintness(words.start(), words.end());
        if (!faint.isEmpty()) {
          because.add("part " + text.section() + ": " + faint);
        }
        return text.lineAround(words.start(), words.end(), 160);
      }
    }
    for (Hits.Hit words : text.hits().of(Topic.PREFERENCES)) {
      if (isOwnSubject(text, words) && leadsToPreferences(text, words)) {
        because.add("a link to mail preferences");
        return text.lineAround(words.start(), words.end(), 160);
      }
    }
    for (VisibleText.Link link : text.links()) {
      if (link.end() > link.start()
          && link.leadsSomewhere()
          && isOptOutTarget(link.target())
          && isPointer(text.text().substring(link.start(), link.end()))) {
        because.add("a link whose target is named for opting out");
        return text.span(link.start(), link.end());
      }
    }
    return null;
  }

  /** How the reader is told to act on the words; empty where not. */
  private static String way(VisibleText text, Hits.Hit words) {
    List<VisibleText.Link> links = text.links();
    for (int i = text.firstLinkFrom(words.start() - 600); i < links.size(); i++) {
      VisibleText.Link link = links.get(i);
      if (link.start() > words.end() + 260) {
        break;
      }
      if (!link.leadsSomewhere()) {
        continue;
      }
      boolean covers = link.start() <= words.start() && words.start() < link.end();
      boolean follows = link.start() >= words.end() - 1 && link.start() <= words.end() + 260;
      boolean precedes =
          link.end() <= words.start()
              && link.end() >= words.start() - 120
              && link.end() - link.start() < 400
              && (link.end() - link.start() <= 24
                  || text.text().indexOf(' ', link.start()) >= link.end());
      if (covers || follows || precedes) {
        return Body.lower(link.target()).startsWith("mailto:")
            ? "an address to write to"
            : "a link to follow";
      }
    }
    if (text.hits().near(Topic.REPLY, words.start() - 160, words.end() + 160)) {
      return "an instruction to reply";
    }
    return "";
  }

  private static boolean isOwnSubject(VisibleText text, Hits.Hit words) {
    String before =
        Body.lower(text.text().substring(Math.max(0, words.start() - 10), words.start()));
    return !before.endsWith("cookie ")
        && !before.endsWith("privacy ")
        && !before.endsWith(" ad ")
        && !before.endsWith("travel ")
        && !text.hits().near(Topic.NOT_MAIL, words.start() - 20, words.end() + 20);
  }

  private static boolean leadsToPreferences(VisibleText text, Hits.Hit words) {
    boolean bare = words.end() - words.start() <= "your preferences".length();
    List<VisibleText.Link> links = text.links();
    for (int i = text.firstLinkFrom(words.start() - 600); i < links.size(); i++) {
      VisibleText.Link link = links.get(i);
      if (link.start() > words.end() + 120) {
        break;
      }
      if (!link.leadsSomewhere()) {
        continue;
      }
      if (link.start() <= words.start() && words.start() < link.end()) {
        return true;
      }
      if (!bare
          && link.start() >= words.end() - 1
          && link.start() <= words.end() + 120
          && text.hits().near(Topic.INSTRUCTION, words.start() - 60, words.end() + 80)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words of a link only point: to here, to an address, to mail. */
  private static boolean isPointer(String words) {
    String w = Body.lower(words);
    return w.startsWith("http")
        || w.startsWith("mailto:")
        || w.startsWith("www.")
        || (w.length() <= 60
            && (w.contains("here")
                || w.contains("click")
                || w.contains("link")
                || w.contains("mail")));
  }

  private static boolean isOptOutTarget(String target) {
    String t = Body.lower(target);
    for (String name : TARGETS) {
      if (t.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
