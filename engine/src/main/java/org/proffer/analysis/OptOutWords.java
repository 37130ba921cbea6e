package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Places where a text says that mail can be stopped, as against merely using such words. */
final class OptOutWords {
  private static final int NEAR = 160;
  private static final String[] NEGATIONS = {
    "cannot ", "can not ", "can't ", "can\u2019t ", "unable to ", "not able to ", "not possible to "
  };

  private OptOutWords() {}

  private static final Set<String> BUTTONS =
      Set.of("remove", "remove me", "removal", "unlist", "unlist me", "no more mail", "no emails");

  /** The statements of a text, in order. */
  static List<Hits.Hit> in(VisibleText text) {
    List<Hits.Hit> found = new ArrayList<>();
    Hits hits = text.hits();
    for (Hits.Hit hit : hits.of(Topic.STOP)) {
      if (addresses(text, hit)) {
        found.add(hit);
      }
    }
    for (Hits.Hit hit : hits.of(Topic.REMOVAL)) {
      boolean linked = text.linkAt(hit.start()).isPresent();
      boolean list =
          hits.near(Topic.LISTING, hit.end(), hit.end() + 60)
              || hits.near(Topic.LISTING, hit.start() - 50, hit.start());
      boolean told =
          hits.near(Topic.INSTRUCTION, hit.start() - 60, hit.start())
              || hits.near(Topic.INSTRUCTION, hit.end() - 1, hit.end() + 100)
              || linkFollows(text, hit.end(), 60);
      boolean readers = hit.weight() > 1 && told;
      if ((linked || readers || (list && told) || (told && standsAlone(text, hit)))
          && !isQuoted(text.text(), hit.start())
          && !isNegated(text.text(), hit.start())) {
        found.add(hit);
      }
    }
    for (VisibleText.Link link : text.links()) {
      if (link.end() - link.start() <= 16
          && link.leadsSomewhere()
          && BUTTONS.contains(
              Body.lower(text.text().substring(link.start(), link.end())).strip())) {
        found.add(new Hits.Hit(link.start(), link.end(), 2));
      }
    }
    return found;
  }

  private static boolean addresses(VisibleText text, Hits.Hit hit) {
    String s = text.text();
    Hits hits = text.hits();
    if (isNegated(s, hit.start())
        || isQuoted(s, hit.start())
        || isWithinAddress(text, hit.start())
        || (isPromise(s, hit.start())
            && !hits.near(Topic.INSTRUCTION, hit.start() - NEAR, hit.end() + NEAR))) {
      return false;
    }
    if (text.linkAt(hit.start()).isPresent()
        || (standsAlone(text, hit)
            && !hits.near(Topic.NOT_MAIL, hit.start() - 30, hit.end() + 24))) {
      return true;
    }
    if (hits.near(Topic.NOT_MAIL, hit.start() - 80, hit.end() + 40)) {
      return false;
    }
    return hits.near(Topic.INSTRUCTION, hit.start() - 80, hit.end() + NEAR)
        || linkFollows(text, hit.end(), NEAR);
  }

  /** Whether the words are a line of their own, as a button or a heading is. */
  private static boolean standsAlone(VisibleText text, Hits.Hit hit) {
    String s = text.text();
    int from = s.lastIndexOf('\n', hit.start()) + 1;
    int to = s.indexOf('\n', hit.end());
    if (to < 0) {
      to = s.length();
    }
    return to - from <= Math.max(48, (hit.end() - hit.start()) * 2)
        && to - from < 80
        && (hit.start() - from) <= 24;
  }

  private static boolean linkFollows(VisibleText text, int end, int within) {
    List<VisibleText.Link> links = text.links();
    for (int i = text.firstLinkFrom(end); i < links.size(); i++) {
      if (links.get(i).start() > end + within) {
        return false;
      }
      if (links.get(i).leadsSomewhere()) {
        return true;
      }
    }
    return false;
  }

  static boolean isNegated(String s, int start) {
    String before = Body.lower(s.substring(Math.max(0, start - 18), start));
    for (String negation : NEGATIONS) {
      if (before.contains(negation)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words say what will be, not what the reader can do. */
  private static boolean isPromise(String s, int start) {
    String before = Body.lower(s.substring(Math.max(0, start - 12), start));
    return before.endsWith("you will ") || before.endsWith("you'll ");
  }

  /** Whether the words are letters of a web address that is written out. */
  private static boolean isWithinAddress(VisibleText text, int start) {
    String s = text.text();
    int from = start;
    while (from > 0 && s.charAt(from - 1) > ' ') {
      from--;
    }
    return s.substring(from, start).contains("://");
  }

  /** Whether the line is a quotation from another message. */
  static boolean isQuoted(String s, int start) {
    int from = s.lastIndexOf('\n', start) + 1;
    return from < s.length() && (s.charAt(from) == '>' || s.charAt(from) == '|');
  }
}
