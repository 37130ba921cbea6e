package org.proffer.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Received field: its clauses (RFC 5321 4.4) with the comments after them, and the name of
 * the form it is written in. What is not understood stays verbatim in the hop.
 */
final class ReceivedField {
  private static final int LONGEST = 2_000;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern HELO =
      Pattern.compile("(?i)(?:\\b(?:helo|ehlo|lhlo)[= ])([^\\s()]+)");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\w.])(?:IPv6:)?((?:[0-9a-fA-F]{0,4}:){2,7}(?:[0-9a-fA-F]{1,4}|\\d{1,3}(?:\\.\\d{1,3}){3})?"
              + "|\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\w.-])");

  /** The clauses of a Received field. */
  private enum Clause {
    FROM,
    BY,
    VIA,
    WITH,
    ID,
    FOR
  }

  private final Map<Clause, String> words = new EnumMap<>(Clause.class);
  private final List<String> peer = new ArrayList<>();
  private @Nullable Clause current;

  private ReceivedField() {}

  /** Reads the field and notes what it lacks. */
  static Hop read(HeaderField field, Defects defects) {
    Hop hop = read(field);
    if (hop.at() == null) {
      defects.add(DefectCode.RECEIVED_WITHOUT_DATE, field.offset());
    }
    if (!hop.understood()) {
      defects.add(DefectCode.UNKNOWN_RECEIVED_FORM, field.offset());
    }
    if (hop.by() == null) {
      defects.add(DefectCode.RECEIVED_WITHOUT_BY, field.offset());
    }
    return hop;
  }

  static Hop read(HeaderField field) {
    String raw = field.raw();
    String bounded = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    String folded = SPACE.matcher(bounded).replaceAll(" ").strip();
    int semicolon = folded.lastIndexOf(';');
    String line = semicolon < 0 ? folded : folded.substring(0, semicolon).strip();
    Instant at =
        DateField.read(
            semicolon < 0
                ? folded.substring(Math.max(0, folded.length() - 45))
                : folded.substring(semicolon + 1));
    String dialect = ReceivedDialects.nameOf(line);
    ReceivedField clauses = new ReceivedField();
    clauses.clauses(line);
    return clauses.hop(raw, field.offset(), at, dialect);
  }

  private Hop hop(String raw, long offset, @Nullable Instant at, @Nullable String dialect) {
    String token = words.get(Clause.FROM);
    String helo = null;
    String reverse = null;
    String address = null;
    for (String comment : peer) {
      Matcher said = HELO.matcher(comment);
      if (helo == null && said.find()) {
        helo = said.group(1);
      }
      address = address == null ? address(comment) : address;
      reverse = reverse == null ? reverseName(comment) : reverse;
    }
    if (token != null) {
      String own = address(token);
      address = address == null ? own : address;
      if (helo == null) {
        helo = token;
      } else if (reverse == null && own == null && isName(token)) {
        reverse = token;
      }
    }
    return new Hop(
        raw,
        offset,
        helo,
        reverse,
        address,
        words.get(Clause.BY),
        words.get(Clause.WITH),
        angles(words.get(Clause.ID)),
        angles(words.get(Clause.FOR)),
        at,
        dialect);
  }

  /** Goes over the words outside of comments, and keeps the comments of the peer. */
  private void clauses(String line) {
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == '(') {
        int end = commentEnd(line, i);
        if (current == Clause.FROM) {
          peer.add(line.substring(i + 1, Math.max(i + 1, end - 1)));
        }
        i = end;
      } else if (c == ' ') {
        i++;
      } else {
        int end = i;
        while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '(') {
          end++;
        }
        word(line.substring(i, end));
        i = end;
      }
    }
  }

  private void word(String word) {
    Clause named = clause(word);
    boolean complete =
        current == null
            || words.containsKey(current)
            || (current == Clause.FROM && !peer.isEmpty());
    if (named != null && !words.containsKey(named) && complete) {
      current = named;
    } else if (current != null && !words.containsKey(current)) {
      words.put(current, word);
    } else if (current == Clause.FROM) {
      peer.add(word);
    } else if (current == Clause.WITH) {
      words.merge(Clause.WITH, word, (before, next) -> before + " " + next);
    }
  }

  private static @Nullable Clause clause(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "from" -> Clause.FROM;
      case "by" -> Clause.BY;
      case "via" -> Clause.VIA;
      case "with" -> Clause.WITH;
      case "id" -> Clause.ID;
      case "for" -> Clause.FOR;
      default -> null;
    };
  }

  private static int commentEnd(String line, int from) {
    int depth = 0;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return line.length();
  }

  private static @Nullable String reverseName(String comment) {
    String first = comment.strip().split("[\\s\\[]", 2)[0];
    first = first.substring(first.lastIndexOf('@') + 1);
    first = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    return isName(first) ? first : null;
  }

  private static boolean isName(String word) {
    return word.indexOf('.') > 0 && word.indexOf('=') < 0 && address(word) == null;
  }

  private static @Nullable String address(String text) {
    Matcher address = ADDRESS.matcher(text);
    while (address.find()) {
      String found = address.group(1);
      if (found.indexOf(':') < 0 || found.contains("::") || found.split(":", -1).length == 8) {
        return found.startsWith("::ffff:") && found.indexOf('.') > 0 ? found.substring(7) : found;
      }
    }
    return null;
  }

  private static @Nullable String angles(@Nullable String word) {
    return word == null || !word.startsWith("<") || !word.endsWith(">") || word.length() < 3
        ? word
        : word.substring(1, word.length() - 1);
  }
}
