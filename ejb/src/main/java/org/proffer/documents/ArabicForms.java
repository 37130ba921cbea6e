package org.proffer.documents;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters: each is given the form that its neighbours ask for, and lam with alef the
 * one sign they are always written as. The forms are those of the presentation blocks of Unicode,
 * read from the names of its characters; letters that have none there stay as they are.
 */
final class ArabicForms {
  private static final int ISOLATED = 0;
  private static final int FINAL = 1;
  private static final int INITIAL = 2;
  private static final int MEDIAL = 3;
  private static final String[] ENDS = {
    " ISOLATED FORM", " FINAL FORM", " INITIAL FORM", " MEDIAL FORM"
  };
  private static final int LAM = 0x0644;
  private static final int TATWEEL = 0x0640;

  /**
   * A character that Unicode has not given a meaning, and the typeface no width: the lam that the
   * sign of lam with alef has drawn already, so that each of both letters can be read from the
   * file.
   */
  private static final int LAM_WITHOUT_SIGN = 0xFE75;

  /** By letter: its forms, 0 where it has none. */
  private static final Map<Integer, int[]> LETTERS = new HashMap<>();

  /** By the alef that follows lam: the signs of both. */
  private static final Map<Integer, int[]> LAM_WITH = new HashMap<>();

  static {
    for (int c = 0xFB50; c <= 0xFEFC; c = c == 0xFBFF ? 0xFE70 : c + 1) {
      String name = Character.getName(c);
      if (name == null) {
        continue;
      }
      boolean lamAlef = name.startsWith("ARABIC LIGATURE LAM WITH ALEF");
      if (lamAlef || name.startsWith("ARABIC LETTER ")) {
        int[] letters = letters(c);
        for (int form = 0; form < ENDS.length; form++) {
          if (name.endsWith(ENDS[form]) && letters.length == (lamAlef ? 2 : 1)) {
            (lamAlef ? LAM_WITH : LETTERS)
                    .computeIfAbsent(letters[letters.length - 1], letter -> new int[ENDS.length])[
                    form] =
                c;
          }
        }
      }
    }
  }

  private ArabicForms() {}

  /** The letter a form stands for; of lam with alef, the alef. */
  static int letter(int form) {
    if (form == LAM_WITHOUT_SIGN) {
      return LAM;
    }
    int[] letters = letters(form);
    return letters[letters.length - 1];
  }

  private static int[] letters(int form) {
    return Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC)
        .codePoints()
        .toArray();
  }

  /** A text in the order in which it is read, its letters joined. */
  static String joined(String text) {
    if (text.chars().noneMatch(c -> LETTERS.containsKey(c))) {
      return text;
    }
    int[] letters = text.codePoints().toArray();
    StringBuilder joined = new StringBuilder(text.length());
    for (int i = 0; i < letters.length; i++) {
      boolean before = goesOn(beside(letters, i, -1));
      int[] both = i + 1 < letters.length ? LAM_WITH.get(letters[i + 1]) : null;
      if (letters[i] == LAM && both != null) {
        joined.appendCodePoint(LAM_WITHOUT_SIGN).appendCodePoint(both[before ? FINAL : ISOLATED]);
        i++;
        continue;
      }
      int[] forms = LETTERS.get(letters[i]);
      if (forms == null) {
        joined.appendCodePoint(letters[i]);
        continue;
      }
      boolean after = takesUp(beside(letters, i, 1)) && forms[INITIAL] != 0;
      boolean fore = before && forms[FINAL] != 0;
      int form = forms[fore ? (after ? MEDIAL : FINAL) : (after ? INITIAL : ISOLATED)];
      joined.appendCodePoint(form == 0 || !CourtFonts.isArabic(form) ? letters[i] : form);
    }
    return joined.toString();
  }

  /** The next letter, past the marks above and below; 0 if there is none. */
  private static int beside(int[] letters, int at, int step) {
    int i = at + step;
    while (i >= 0 && i < letters.length) {
      if (Character.getType(letters[i]) != Character.NON_SPACING_MARK) {
        return letters[i];
      }
      i += step;
    }
    return 0;
  }

  /** Whether a letter is joined to the one behind it. */
  private static boolean goesOn(int letter) {
    int[] forms = LETTERS.get(letter);
    return letter == TATWEEL || (forms != null && forms[INITIAL] != 0);
  }

  /** Whether a letter is joined to the one before it. */
  private static boolean takesUp(int letter) {
    int[] forms = LETTERS.get(letter);
    return letter == TATWEEL || (forms != null && forms[FINAL] != 0);
  }

  /** All forms of lam with alef, for tests. */
  static int[] signsOfTwo() {
    return LAM_WITH.values().stream()
        .flatMapToInt(Arrays::stream)
        .filter(c -> c != 0)
        .sorted()
        .toArray();
  }
}
