package org.proffer.query;

import java.util.ArrayList;
import java.util.List;
import org.proffer.query.QueryLexer.Kind;
import org.proffer.query.QueryLexer.Token;

/**
 * Reads a query. OR binds weakest, then AND (which needs not be written), then NOT, then nearness;
 * parentheses stand above all.
 */
final class QueryParser {
  private static final int LONGEST = 2_000;
  private static final int MOST_TERMS = 100;
  private static final int DEEPEST = 30;
  private static final int FARTHEST = 20;
  private static final int SHORTEST_BEGINNING = 2;

  private final List<Token> tokens;
  private int next;
  private int terms;
  private int depth;

  private QueryParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads it.
   *
   * @throws QueryNotUnderstood with the place where it cannot be read on
   */
  static Query parse(String text) {
    if (text.length() > LONGEST) {
      throw new QueryNotUnderstood(
          LONGEST + 1,
          "The query has " + text.length() + " characters.",
          "Ask with at most 2,000; a saved search or a tag can stand for a part of it.");
    }
    QueryParser parser = new QueryParser(QueryLexer.tokens(text));
    Query query = parser.any(QueryField.TEXT);
    Token rest = parser.peek();
    if (rest.kind() == Kind.CLOSE) {
      throw new QueryNotUnderstood(
          rest.at(), "This parenthesis closes nothing.", "Take it away, or open one before it.");
    }
    return query;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    return tokens.get(next++);
  }

  private boolean takes(Kind kind) {
    if (peek().kind() == kind) {
      next++;
      return true;
    }
    return false;
  }

  private Query any(QueryField field) {
    List<Query> any = new ArrayList<>(List.of(all(field)));
    while (takes(Kind.OR)) {
      any.add(all(field));
    }
    return any.size() == 1 ? any.get(0) : new Query.Or(any);
  }

  private Query all(QueryField field) {
    List<Query> all = new ArrayList<>(List.of(negated(field)));
    while (true) {
      Kind kind = peek().kind();
      if (kind == Kind.OR || kind == Kind.CLOSE || kind == Kind.END) {
        return all.size() == 1 ? all.get(0) : new Query.And(all);
      }
      takes(Kind.AND);
      all.add(negated(field));
    }
  }

  private Query negated(QueryField field) {
    if (peek().kind() == Kind.NOT) {
      deeper(take());
      Query but = negated(field);
      depth--;
      return new Query.Not(but);
    }
    return near(field);
  }

  private Query near(QueryField field) {
    int from = peek().at();
    Query one = primary(field);
    if (peek().kind() != Kind.NEAR) {
      return one;
    }
    Token near = take();
    if (near.number() < 1 || near.number() > FARTHEST) {
      throw new QueryNotUnderstood(
          near.at(), "“" + near.text() + "” is no distance.", "Write w/1 to w/20.");
    }
    int second = peek().at();
    Query other = primary(field);
    if (peek().kind() == Kind.NEAR) {
      throw new QueryNotUnderstood(
          peek().at(),
          "A third neighbour stands here.",
          "Ask for two at a time: (a w/5 b) AND (b w/5 c).");
    }
    return new Query.Near(words(one, from), words(other, second), near.number(), near.at());
  }

  /** Only words and phrases, or a choice of them, have a place in the text. */
  private static Query words(Query query, int at) {
    boolean sound =
        query instanceof Query.Or or
            ? or.any().stream().allMatch(QueryParser::hasPlace)
            : hasPlace(query);
    if (!sound) {
      throw new QueryNotUnderstood(
          at,
          "Only words and phrases can be near each other.",
          "Write words, phrases or (word OR word) on both sides of w/5, without AND and NOT.");
    }
    return query;
  }

  private static boolean hasPlace(Query query) {
    return query instanceof Query.Term term
        && (term.field() == QueryField.TEXT || term.field() == QueryField.SUBJECT);
  }

  private Query primary(QueryField field) {
    Token token = take();
    return switch (token.kind()) {
      case OPEN -> group(token, field);
      case FIELD -> named(token);
      case WORD -> word(token, field);
      case PHRASE -> term(field, token.text(), true, false, token.at());
      case END -> throw unfinished(token, "The query ends here.");
      case CLOSE -> throw unfinished(token, "A parenthesis closes here.");
      case AND, OR, NEAR, NOT ->
          throw unfinished(token, "“" + token.text() + "” has nothing before it.");
    };
  }

  private static QueryNotUnderstood unfinished(Token token, String what) {
    return new QueryNotUnderstood(
        token.at(),
        what + " Something to look for is missing.",
        "Write a word, a “phrase” or field:value; to look for a word like AND, put it in quotes.");
  }

  private Query group(Token open, QueryField field) {
    deeper(open);
    Query inside = any(field);
    if (!takes(Kind.CLOSE)) {
      throw new QueryNotUnderstood(
          open.at(), "The parenthesis that opens here does not close.", "Add a closing one.");
    }
    depth--;
    return inside;
  }

  private Query named(Token name) {
    QueryField field =
        QueryField.named(name.text())
            .orElseThrow(
                () ->
                    new QueryNotUnderstood(
                        name.at(),
                        "There is no field “" + name.text() + "”.",
                        "The fields are "
                            + QueryField.allNames()
                            + ". To look for the words themselves, put them in quotes."));
    Token value = take();
    return switch (value.kind()) {
      case OPEN -> group(value, field);
      case PHRASE -> term(field, value.text(), true, false, value.at());
      case WORD, AND, OR, NOT, NEAR -> word(value, field);
      default ->
          throw new QueryNotUnderstood(
              name.at(),
              "Nothing stands behind “" + field.word() + ":”.",
              "Write for example " + field.example() + ".");
    };
  }

  private Query word(Token token, QueryField field) {
    String text = token.text();
    int star = text.indexOf('*');
    if (star < 0) {
      return term(field, text, false, false, token.at());
    }
    if (star != text.length() - 1) {
      throw new QueryNotUnderstood(
          token.at() + star,
          "A star stands inside or before a word.",
          "Only the end of a word can be left open: invoi*.");
    }
    if (star < SHORTEST_BEGINNING) {
      throw new QueryNotUnderstood(
          token.at(), "“" + text + "” would match too much.", "Write at least two letters.");
    }
    return term(field, text.substring(0, star), false, true, token.at());
  }

  private Query term(QueryField field, String text, boolean phrase, boolean beginning, int at) {
    if (++terms > MOST_TERMS) {
      throw new QueryNotUnderstood(
          at, "This is the 101st thing to look for.", "Ask for at most 100 at a time.");
    }
    return new Query.Term(field, text, phrase, beginning, at);
  }

  private void deeper(Token token) {
    if (++depth > DEEPEST) {
      throw new QueryNotUnderstood(
          token.at(), "Parentheses stand more than 30 deep.", "Write the query flatter.");
    }
  }
}
