package org.proffer.documents;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line may end: at white space that is no no-break space, and after a hyphen or dash
 * between letters. Never within {@code U.S.C.} or a case number.
 */
final class WordBreaker implements FSTextBreaker {
  private String text = "";
  private int at;

  @Override
  public void setText(String newText) {
    text = newText;
    at = 0;
  }

  @Override
  public int next() {
    if (at >= text.length()) {
      return -1;
    }
    at++;
    while (at < text.length() && !mayEnd(at)) {
      at++;
    }
    return at;
  }

  /** Whether a line may end before the character at a place. */
  private boolean mayEnd(int place) {
    char before = text.charAt(place - 1);
    char after = text.charAt(place);
    if (isSpace(before)) {
      return !isSpace(after);
    }
    return (before == '-' || before == '\u2013' || before == '\u2014')
        && place > 1
        && Character.isLetter(text.charAt(place - 2))
        && Character.isLetter(after);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }
}
