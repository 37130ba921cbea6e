package org.proffer.query;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Terms as queries of text search. The index of a message holds its words, weighted A for the
 * subject, B for the sender, C for recipients, and terms of their own with a letter and a colon
 * before them for what is no word: addresses, hosts, links, hashes.
 */
final class TextSearch {
  private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
  private static final Pattern IP =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+");
  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{4,64}");

  private final QueryWords.Kept kept;

  TextSearch(QueryWords.Kept kept) {
    this.kept = kept;
  }

  /** The query of text search; null where all words of the term are too common to be kept. */
  @Nullable String of(Query.Term term) {
    String value = QueryLexer.lower(term.text());
    return switch (term.field()) {
      case TEXT -> anywhere(term, value);
      case SUBJECT -> words(term, "A");
      case FROM -> person(term, value, "f:", "B");
      case TO -> person(term, value, "t:", "C");
      case DOMAIN -> domain(term, value);
      case URL -> url(term, value);
      case IP -> own("i:", value, term.beginning());
      case ATTACHMENT -> own("a:", value, term.beginning());
      case HASH -> hash(term, value);
      case ID -> own("m:", value.replaceAll("^<|>$", ""), term.beginning());
      case DEFECT -> own("x:", value.replace(' ', '_'), term.beginning());
      default -> throw new IllegalArgumentException(term.field() + " is not in the index of text");
    };
  }

  /** What stands in text for the term, for nearness and for showing it. */
  @Nullable String places(Query.Term term) {
    return words(term, term.field() == QueryField.SUBJECT ? "A" : "");
  }

  @Nullable String shown(Query.Term term) {
    return words(term, "");
  }

  private @Nullable String anywhere(Query.Term term, String value) {
    String words = words(term, "");
    List<String> also = new ArrayList<>();
    if (!term.phrase() && !term.beginning()) {
      if (IP.matcher(value).matches()) {
        also.add(own("i:", value, false));
      } else if (ADDRESS.matcher(value).matches()) {
        also.add(own("f:", value, false));
        also.add(own("t:", value, false));
      } else if (HOST.matcher(value).matches()) {
        also.add(domain(term, value));
      }
    }
    if (also.isEmpty()) {
      return words;
    }
    if (words != null) {
      also.add(words);
    }
    return any(also);
  }

  private @Nullable String words(Query.Term term, String weight) {
    if (term.beginning()) {
      String beginning = QueryLexer.lower(term.text());
      List<String> any = new ArrayList<>();
      any.add(quoted(beginning) + ":*" + weight);
      kept.stems().getOrDefault(beginning, Set.of()).stream()
          .sorted()
          .map(stem -> quoted(stem) + (weight.isEmpty() ? "" : ":" + weight))
          .forEach(any::add);
      return any(any);
    }
    String phrase = kept.phrase(term.text());
    if (phrase.isEmpty()) {
      return null;
    }
    return "("
        + (weight.isEmpty()
            ? phrase
            : QUOTED
                .matcher(phrase)
                .replaceAll(m -> Matcher.quoteReplacement(m.group() + ":" + weight)))
        + ")";
  }

  private @Nullable String person(Query.Term term, String value, String letter, String weight) {
    if (ADDRESS.matcher(value).matches()) {
      return own(letter, value, term.beginning());
    }
    if (value.startsWith("@")) {
      return own(letter, "@" + host(value.substring(1)), term.beginning());
    }
    String words = words(term, weight);
    if (term.beginning()) {
      return any(
          List.of(own(letter, value, true), own(letter, "@" + value, true), String.valueOf(words)));
    }
    if (!term.phrase() && HOST.matcher(value).matches()) {
      return own(letter, "@" + host(value), false);
    }
    return words;
  }

  private static String domain(Query.Term term, String value) {
    String host = host(value.startsWith("@") ? value.substring(1) : value);
    boolean open = term.beginning();
    return any(List.of(own("f:@", host, open), own("t:@", host, open), own("h:", host, open)));
  }

  private static String url(Query.Term term, String value) {
    String bare = value.replaceFirst("^[a-z]+://", "");
    if (bare.endsWith("/") && bare.indexOf('/') == bare.length() - 1) {
      bare = bare.substring(0, bare.length() - 1);
    }
    boolean open = term.beginning();
    if (open) {
      return any(List.of(own("u:", cut(bare), true), own("h:", bare, true)));
    }
    return bare.indexOf('/') < 0 && bare.indexOf('?') < 0
        ? own("h:", host(bare), false)
        : own("u:", cut(bare), false);
  }

  /** Terms of the index are cut; see the side that writes them. */
  private static String cut(String text) {
    return text.length() > 200 ? text.substring(0, 200) : text;
  }

  private static String hash(Query.Term term, String value) {
    if (!DIGITS.matcher(value).matches() || (!term.beginning() && value.length() != 64)) {
      throw new QueryNotUnderstood(
          term.at(),
          "“" + term.text() + "” is no SHA-256.",
          "Write its 64 hexadecimal digits, or at least the first four and a star.");
    }
    return own("d:", value, term.beginning());
  }

  static String any(List<String> any) {
    return any.size() == 1 ? any.get(0) : "(" + String.join(" | ", any) + ")";
  }

  private static String own(String letter, String value, boolean beginning) {
    return quoted(letter + value) + (beginning ? ":*" : "");
  }

  private static String host(String host) {
    try {
      return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return host;
    }
  }

  static String quoted(String lexeme) {
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
