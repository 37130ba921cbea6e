package org.proffer.documents;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line may end: at white space that is no no-break space, after a hyphen or dash between
 * letters, and between Chinese, Japanese and Korean signs where none of them is a bracket or a stop
 * that belongs to its neighbour. Never within {@code U.S.C.} or a case number.
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
    if (isHan(before) && isHan(after)) {
      return !holdsOn(before) && !staysWith(after);
    }
    return (before == '-' || before == '\u2013' || before == '\u2014')
        && place > 1
        && Character.isLetter(text.charAt(place - 2))
        && Character.isLetter(after);
  }

  private static boolean isHan(char c) {
    return (c >= '\u2E80' && c <= '\uD7A3') || (c >= '\uF900' && c <= '\uFFEF');
  }

  /** A bracket that opens. */
  private static boolean holdsOn(char c) {
    return Character.getType(c) == Character.START_PUNCTUATION;
  }

  /** A stop, a bracket that closes, a small kana, a mark that lengthens. */
  private static boolean staysWith(char c) {
    int type = Character.getType(c);
    return type == Character.END_PUNCTUATION
        || type == Character.OTHER_PUNCTUATION
        || type == Character.MODIFIER_LETTER
        || type == Character.NON_SPACING_MARK
        || "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30A1\u30A3\u30A5\u30A7\u30A9\u30C3\u30E3\u30E5\u30E7"
                .indexOf(c)
            >= 0;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }
}
