package org.proffer.messages;

/** Text as the database takes it. */
final class CleanText {
  private CleanText() {}

  /** No NUL, no lone surrogate, at most so many characters. */
  static String of(String text, int most) {
    String cut = text.length() > most ? text.substring(0, most) : text;
    if (isSound(cut)) {
      return cut;
    }
    StringBuilder clean = new StringBuilder(cut.length());
    cut.codePoints()
        .forEach(c -> clean.appendCodePoint(c == 0 || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c));
    return clean.toString();
  }

  private static boolean isSound(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
