package org.proffer.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into its signs. */
final class QueryLexer {
  private static final Pattern NEAR = Pattern.compile("(?i:w|near)/(\\d{1,4})");
  private static final Pattern NAME = Pattern.compile("(\\p{L}+):");
  private static final Pattern LINK = Pattern.compile("(?i)(https?|ftp)://.*");
  private static final int USUAL_DISTANCE = 10;

  /** What a sign is. */
  enum Kind {
    WORD,
    PHRASE,
    FIELD,
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    NEAR,
    END
  }

  /**
   * A sign.
   *
   * @param text of a word or phrase; the name of a field
   * @param at place of its first character, 1 for the first
   * @param number words of nearness
   */
  record Token(Kind kind, String text, int at, int number) {}

  private final String query;
  private final List<Token> tokens = new ArrayList<>();
  private int place;

  private QueryLexer(String query) {
    this.query = query;
  }

  static List<Token> tokens(String query) {
    QueryLexer lexer = new QueryLexer(query);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (place < query.length()) {
      char c = query.charAt(place);
      if (isSpace(c)) {
        place++;
      } else if (c == '(') {
        single(Kind.OPEN);
      } else if (c == ')') {
        single(Kind.CLOSE);
      } else if (isQuote(c)) {
        phrase();
      } else if (c == '-' && place + 1 < query.length() && !isSpace(query.charAt(place + 1))) {
        single(Kind.NOT);
      } else {
        word();
      }
    }
    add(Kind.END, "", query.length(), 0);
  }

  private void single(Kind kind) {
    add(kind, query.substring(place, place + 1), place, 0);
    place++;
  }

  private void phrase() {
    int from = place + 1;
    int end = from;
    while (end < query.length() && !isQuote(query.charAt(end))) {
      end++;
    }
    if (end == query.length()) {
      throw new QueryNotUnderstood(
          place + 1, "The quotation that begins here does not end.", "Add a closing quote.");
    }
    String text = query.substring(from, end).replaceAll("\\p{Cntrl}", " ").strip();
    if (text.isEmpty()) {
      throw new QueryNotUnderstood(
          place + 1, "Nothing stands between the quotes.", "Write the phrase, or take them away.");
    }
    add(Kind.PHRASE, text, place, 0);
    place = end + 1;
  }

  private void word() {
    int from = place;
    Matcher name = NAME.matcher(query).region(from, query.length());
    if (name.lookingAt() && !LINK.matcher(query.substring(from)).matches()) {
      add(Kind.FIELD, name.group(1), from, 0);
      place = name.end();
      return;
    }
    while (place < query.length() && isOfWord(query.charAt(place))) {
      place++;
    }
    String text = query.substring(from, place);
    Matcher near = NEAR.matcher(text);
    if (near.matches()) {
      add(Kind.NEAR, text, from, Integer.parseInt(near.group(1)));
    } else {
      add(kind(text), text, from, USUAL_DISTANCE);
    }
  }

  /** Operators are in capitals, so that “not” and “near” stay words; “or” is none anybody seeks. */
  private static Kind kind(String text) {
    return switch (text) {
      case "AND" -> Kind.AND;
      case "OR", "or" -> Kind.OR;
      case "NOT" -> Kind.NOT;
      case "NEAR" -> Kind.NEAR;
      default -> Kind.WORD;
    };
  }

  private void add(Kind kind, String text, int from, int number) {
    tokens.add(new Token(kind, text, from + 1, number));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isISOControl(c) || c == '\u00a0';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”';
  }

  private static boolean isOfWord(char c) {
    return !isSpace(c) && !isQuote(c) && c != '(' && c != ')';
  }

  /** In lower case, for comparing. */
  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
