package org.proffer.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that begin with what was typed and whose stem does not: the index holds stems, so that
 * {@code runni*} alone would miss “running”, which is kept as “run”. The endings are those the
 * English stemmer takes away (Snowball, Porter 2).
 */
final class Beginnings {
  private static final List<String> ENDINGS =
      List.of(
          ("s es sses ies ied us ss eed eedly ed edly ing ingly ings y e ly er ers or ors"
                  + " ational ations ation ator ators tional tionally ency encies ancy ancies ably ably ently antly"
                  + " izer izers ization izations ize izes ized izing alism ality alities ally fulness ful fully"
                  + " ousness ously ous iveness ivity ivities ive ively ives bility bilities bly ogy ogies lessly less"
                  + " icate icates icity ical ically ic ics ness nesses al als ance ances ence ences able ible ant ants"
                  + " ement ements ment ments ent ents ism isms ate ates ated ating iti ion ions tion tions sion sions")
              .split(" "));

  private Beginnings() {}

  /** Candidates, in lower case; most of them are no words, which does no harm. */
  static Set<String> candidates(String beginning) {
    Set<String> words = new LinkedHashSet<>();
    words.add(beginning);
    for (String ending : ENDINGS) {
      for (int typed = 0; typed <= ending.length(); typed++) {
        if (beginning.endsWith(ending.substring(0, typed)) && beginning.length() > typed) {
          words.add(beginning + ending.substring(typed));
        }
      }
    }
    return words;
  }
}
