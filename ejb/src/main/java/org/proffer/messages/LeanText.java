package org.proffer.messages;

/**
 * Text as it is given to the database to be taken apart into words: shorter, with exactly the same
 * words at the same places. Most of an HTML page is tags, which the text search parser of
 * PostgreSQL reads a character at a time and then drops; it also reads to the end of the text for
 * each tag or comment that is never closed. So each tag it would recognize becomes the shortest
 * there is, each sign that only looks like one becomes a sign that looks like nothing, and what it
 * ignores (scripts and styles, space after space) is left out.
 *
 * <p>The states and character classes are those of the parser in a database whose character type is
 * {@code C} (every character beyond ASCII is a letter there); {@code LeanTextIT} compares the two.
 */
final class LeanText {
  private static final int TAG_LENGTH = 3;
  private static final char NO_TAG = '|';
  private static final int NONE = -1;

  private final char[] text;
  private final char[] lean;
  private int length;
  private boolean ignored;
  private boolean commentsEnd = true;

  private LeanText(String text) {
    this.text = text.toCharArray();
    this.lean = new char[text.length()]; // the shortest tag is not longer than any other
  }

  static String of(String text) {
    return text.indexOf('<') < 0 ? text : new LeanText(text).read();
  }

  private String read() {
    int at = 0;
    while (at < text.length) {
      char c = text[at];
      if (c == '<') {
        int end = tag(at);
        if (end != NONE) {
          addTag();
          at = end;
          continue;
        }
        c = NO_TAG;
      }
      if (!ignored && !(isSpace(c) && endsWithSpace())) {
        lean[length++] = c;
      }
      at++;
    }
    return new String(lean, 0, length);
  }

  /** Tags with nothing but space between them are as one. */
  private void addTag() {
    int end = endsWithSpace() ? length - 1 : length;
    if (end >= TAG_LENGTH && lean[end - 3] == '<' && lean[end - 2] == 'b' && lean[end - 1] == '>') {
      length = end;
    } else {
      lean[length++] = '<';
      lean[length++] = 'b';
      lean[length++] = '>';
    }
  }

  private boolean endsWithSpace() {
    return length > 0 && isSpace(lean[length - 1]);
  }

  /** Where a tag, a comment or a declaration that begins here ends; {@value #NONE} if none does. */
  private int tag(int at) {
    char c = charAt(at + 1);
    return switch (c) {
      case '/' -> isLetter(charAt(at + 2)) ? name(at, at + 3) : NONE;
      case '!' -> declaration(at + 2);
      case '?' -> charAt(at + 2) == 'x' ? attributes(at + 3) : NONE;
      case ':', '_' -> name(at, at + 2);
      default -> isLetter(c) ? name(at, at + 2) : NONE;
    };
  }

  private int name(int at, int from) {
    for (int i = from; i < text.length; i++) {
      char c = text[i];
      if (c == '>') {
        special(at, i);
        return i + 1;
      }
      if (isSpace(c)) {
        special(at, i);
        return attributes(i + 1);
      }
      if (c == '/') {
        return charAt(i + 1) == '>' ? i + 2 : NONE;
      }
      if (!isLetter(c) && !isDigit(c) && c < 0x80 && c != ':' && c != '_' && c != '.' && c != '-') {
        return NONE;
      }
    }
    return NONE;
  }

  /** Scripts and styles are ignored, from a tag of that name on even if it proves to be none. */
  private void special(int at, int end) {
    switch (end - at) {
      case 8 -> ignored &= !is("</script", at);
      case 7 -> ignored = !is("</style", at) && (ignored || is("<script", at));
      case 6 -> ignored |= is("<style", at);
      default -> {}
    }
  }

  private boolean is(String name, int at) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.toLowerCase(text[at + i]) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int attributes(int from) {
    int i = from;
    while (i < text.length) {
      char c = text[i];
      if (c == '>') {
        return i + 1;
      }
      if (c == '"' || c == '\'') {
        i = quoted(i + 1, c);
        if (i == NONE) {
          return NONE;
        }
      } else if (isLetter(c) || isDigit(c) || isSpace(c) || "=-_#/:.&?%~".indexOf(c) >= 0) {
        i++;
      } else {
        return NONE;
      }
    }
    return NONE;
  }

  private int quoted(int from, char quote) {
    for (int i = from; i < text.length; i++) {
      if (text[i] == '\\') {
        i++;
      } else if (text[i] == quote) {
        return i + 1;
      }
    }
    return NONE;
  }

  private int declaration(int at) {
    char c = charAt(at);
    if (c == 'D' || c == 'd') {
      return attributes(at + 1);
    }
    if (c != '-' || charAt(at + 1) != '-' || !commentsEnd) {
      return NONE;
    }
    for (int i = at + 2; i + 2 < text.length; i++) {
      if (text[i] == '-' && text[i + 1] == '-') {
        int close = i + 2;
        while (close < text.length && text[close] == '-') {
          close++;
        }
        if (close < text.length && text[close] == '>') {
          return close + 1;
        }
        i = close;
      }
    }
    commentsEnd = false;
    return NONE;
  }

  private char charAt(int i) {
    return i < text.length ? text[i] : 0;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
