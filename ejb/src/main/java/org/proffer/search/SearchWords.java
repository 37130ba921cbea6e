package org.proffer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What somebody looks for. All words must be there; words between quotes stand side by side, as
 * written; the last word may be the beginning of a longer one, unless something follows it.
 *
 * @param terms words and phrases, in order; empty where nothing to look for was typed
 */
public record SearchWords(List<Term> terms) {
  private static final int SHORTEST_BEGINNING = 3;
  private static final int MOST_TERMS = 12;
  private static final int MOST_CHARACTERS = 400;
  private static final Pattern TERM = Pattern.compile("[“\"]([^“”\"]*)[”\"]?|([^\\s“”\"]+)");
  private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  public SearchWords {
    terms = List.copyOf(terms);
  }

  /**
   * A word, or a phrase.
   *
   * @param text as it was typed
   * @param pieces its words without punctuation, in lower case
   * @param exact whether it stood between quotes
   * @param open whether its last piece may be the beginning of a word
   */
  public record Term(String text, List<String> pieces, boolean exact, boolean open) {
    public Term {
      pieces = List.copyOf(pieces);
    }

    /** As a query of the database's text search, every piece quoted. */
    String query() {
      return IntStream.range(0, pieces.size())
          .mapToObj(i -> "'" + pieces.get(i) + "'" + (open && i == pieces.size() - 1 ? ":*" : ""))
          .collect(Collectors.joining(" <-> "));
    }
  }

  /** Reads what was typed; nothing is refused, what is too long is cut. */
  public static SearchWords of(String typed) {
    String text = typed.length() > MOST_CHARACTERS ? typed.substring(0, MOST_CHARACTERS) : typed;
    boolean goesOn = !text.isEmpty() && !text.matches("(?s).*[\\s”\"]$");
    List<Term> terms = new ArrayList<>();
    Matcher found = TERM.matcher(text);
    while (found.find() && terms.size() < MOST_TERMS) {
      boolean exact = found.group(1) != null;
      String written = exact ? found.group(1) : found.group(2);
      List<String> pieces = pieces(written);
      if (!pieces.isEmpty()) {
        boolean last = goesOn && found.end() == text.length();
        terms.add(
            new Term(
                written,
                pieces,
                exact,
                last && pieces.get(pieces.size() - 1).length() >= SHORTEST_BEGINNING));
      }
    }
    return new SearchWords(terms);
  }

  private static List<String> pieces(String written) {
    return PIECE
        .matcher(written.toLowerCase(Locale.ROOT))
        .results()
        .map(java.util.regex.MatchResult::group)
        .toList();
  }

  /** Whether there is nothing to look for. */
  public boolean isEmpty() {
    return terms.isEmpty();
  }

  /**
   * The query as an expression of the database, for vectors that hold words both as written and by
   * their stems: a word is found either way, a phrase as it is written.
   *
   * @param bind takes the values of the expression's parameters by name
   */
  public String writtenOrStemmed(BiConsumer<String, Object> bind) {
    return expression(
        bind,
        (term, name) ->
            term.exact()
                ? "to_tsquery('simple', :" + name + ")"
                : "(to_tsquery('simple', :%1$s) || to_tsquery('english', :%1$s))".formatted(name));
  }

  /**
   * The query as an expression of the database, for vectors that hold stems of words, addresses and
   * host names as a whole.
   *
   * @param bind takes the values of the expression's parameters by name
   */
  public String stemmed(BiConsumer<String, Object> bind) {
    return expression(
        bind,
        (term, name) -> {
          bind.accept(name + "Text", term.text());
          return "(to_tsquery('english', :%1$s) || phraseto_tsquery('english', :%1$sText))"
              .formatted(name);
        });
  }

  private String expression(
      BiConsumer<String, Object> bind, BiFunction<Term, String, String> expression) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      String name = "term" + i;
      bind.accept(name, terms.get(i).query());
      parts.add(expression.apply(terms.get(i), name));
    }
    return String.join(" && ", parts);
  }

  /** The terms as patterns of {@code like}: what is found contains each, in lower case. */
  public List<String> patterns() {
    // Between the pieces any punctuation may stand, or none.
    return terms.stream().map(term -> "%" + String.join("%", term.pieces()) + "%").toList();
  }
}
