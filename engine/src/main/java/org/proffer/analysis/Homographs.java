package org.proffer.analysis;

import java.text.Normalizer;

/** Letters of other scripts that look like Latin ones. */
final class Homographs {
  private static final String CYRILLIC =
      "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u0501\u051b\u051d\u04bb\u0432\u043a\u043c\u043d\u0442\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0423\u0406\u0405\u0408\u0437\u03bf\u03b1\u03c1\u03bd\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7";
  private static final String LATIN = "aeopcyxisjdqwhbkmhtABEKMHOPCTXYISJ3oapvABEZHIKMNOPTYX";

  private Homographs() {}

  /** The Latin letter that a letter imitates, or the letter itself. */
  static char fold(char c) {
    if (c < 0x370) {
      return c;
    }
    int at = CYRILLIC.indexOf(c);
    return at < 0 ? c : LATIN.charAt(at);
  }

  /**
   * Letters that are only another dress of Latin ones (bold, double-struck, full width) undressed,
   * and marks of trade left out.
   */
  static String plain(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) > 0x2100) {
        String bare = s.replace("\u2122", "").replace("\u2120", "");
        return Normalizer.normalize(bare, Normalizer.Form.NFKC);
      }
    }
    return s;
  }

  /**
   * A capital I within small letters, and the digits 0 and 1 within a word, as what they pass for.
   */
  static String unmasked(String s) {
    StringBuilder out = new StringBuilder(s);
    for (int i = 1; i < s.length(); i++) {
      boolean within = Character.isLowerCase(out.charAt(i - 1));
      char c = s.charAt(i);
      if (within && (c == 'I' || c == '1')) {
        out.setCharAt(i, 'l');
      } else if (c == '0' && Character.isLetter(s.charAt(i - 1))) {
        out.setCharAt(i, 'o');
      }
    }
    return out.toString();
  }

  /** Whether a word mixes Latin letters with look-alikes of another script. */
  static boolean isMixed(String s) {
    boolean latin = false;
    boolean alike = false;
    for (int i = 0; i <= s.length(); i++) {
      char c = i < s.length() ? s.charAt(i) : ' ';
      if (!Character.isLetter(c)) {
        if (latin && alike) {
          return true;
        }
        latin = false;
        alike = false;
      } else if (c < 0x250) {
        latin = true;
      } else {
        alike |= fold(c) != c;
      }
    }
    return false;
  }
}
