package org.proffer.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The phrases the detectors know, found all at once in one pass (Aho-Corasick), in time linear in
 * the text.
 *
 * <p>Case, accents, apostrophes, punctuation and the width of white space make no difference: text
 * is read as words of {@code a-z} and {@code 0-9} with single spaces, {@code $} and {@code %}
 * standing for themselves.
 */
final class Lexicon {
  private static final int SPACE = 36;
  private static final int DOLLAR = 37;
  private static final int PERCENT = 38;
  private static final int OTHER = 39;
  private static final int ALPHABET = 40;
  private static final int NOTHING = -1;
  private static final char GREEK = '\u0370';
  // What a decoder puts for bytes it could not read: the letters beside it are kept together.
  private static final char LOST = '\ufffd';
  private static final char LATIN = 0x250;
  private static final byte[] CODES = codes();
  private static final Lexicon SHIPPED = shipped();

  private record Phrase(
      Topic topic, int weight, boolean leftBound, boolean rightBound, int length) {}

  private final List<Phrase> phrases = new ArrayList<>();
  private final List<String> otherScripts = new ArrayList<>();
  private final List<Integer> otherPhrases = new ArrayList<>();
  private final int[] next;
  private final int[] phraseAt;
  private final int[] shorter;

  private Lexicon(List<String> lines) {
    List<int[]> nodes = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    List<Integer> same = new ArrayList<>();
    nodes.add(emptyNode());
    ends.add(NOTHING);
    Topic topic = Topic.STOP;
    int weight = 1;
    for (String line : lines) {
      String entry = line.strip();
      if (entry.isEmpty() || entry.startsWith("#")) {
        continue;
      }
      if (entry.startsWith("[")) {
        String[] head = entry.substring(1, entry.length() - 1).split(" ", 2);
        topic = Topic.valueOf(head[0]);
        weight = head.length > 1 ? Integer.parseInt(head[1]) : 1;
        continue;
      }
      if (isOtherScript(entry)) {
        otherScripts.add(Body.lower(entry));
        otherPhrases.add(phrases.size());
        same.add(NOTHING);
        phrases.add(new Phrase(topic, weight, false, false, entry.length()));
        continue;
      }
      boolean left = !entry.startsWith("*");
      boolean right = !entry.endsWith("*");
      String word = entry.substring(left ? 0 : 1, entry.length() - (right ? 0 : 1));
      int node = 0;
      int length = 0;
      for (int i = 0; i < word.length(); i++) {
        int code = CODES[word.charAt(i)];
        if (code == NOTHING) {
          continue;
        }
        int[] row = nodes.get(node);
        if (row[code] == NOTHING) {
          row[code] = nodes.size();
          nodes.add(emptyNode());
          ends.add(NOTHING);
        }
        node = row[code];
        length++;
      }
      same.add(ends.get(node));
      ends.set(node, phrases.size());
      phrases.add(new Phrase(topic, weight, left, right, length));
    }
    next = new int[nodes.size() * ALPHABET];
    int[] outputAt = new int[nodes.size()];
    int[] fallback = new int[nodes.size()];
    int[] chain = same.stream().mapToInt(Integer::intValue).toArray();
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(0);
    while (!queue.isEmpty()) {
      int node = queue.remove();
      int inherited = node == 0 ? NOTHING : outputAt[fallback[node]];
      outputAt[node] = ends.get(node);
      if (outputAt[node] == NOTHING) {
        outputAt[node] = inherited;
      } else {
        int last = outputAt[node];
        while (chain[last] != NOTHING) {
          last = chain[last];
        }
        chain[last] = inherited;
      }
      for (int code = 0; code < ALPHABET; code++) {
        int child = nodes.get(node)[code];
        int viaFallback = node == 0 ? 0 : next[fallback[node] * ALPHABET + code];
        if (child == NOTHING) {
          next[node * ALPHABET + code] = viaFallback;
        } else {
          next[node * ALPHABET + code] = child;
          fallback[child] = viaFallback;
          queue.add(child);
        }
      }
    }
    phraseAt = outputAt;
    shorter = chain;
  }

  /** The lexicon that is part of the engine. */
  static Lexicon get() {
    return SHIPPED;
  }

  /** All phrases in a text. */
  Hits read(String text) {
    int length = text.length();
    byte[] codes = new byte[length + 2];
    int[] places = new int[length + 2];
    int n = 0;
    boolean other = false;
    codes[n] = SPACE;
    places[n++] = 0;
    char[] chars = text.toCharArray();
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      int code = CODES[c];
      other |= code == OTHER && c >= GREEK;
      if (code == NOTHING || (code == SPACE && codes[n - 1] == SPACE)) {
        continue;
      }
      codes[n] = (byte) code;
      places[n++] = i;
    }
    codes[n] = SPACE;
    places[n] = length;
    Hits hits = new Hits(phrases.size());
    int node = 0;
    for (int i = 1; i <= n; i++) {
      node = next[node * ALPHABET + codes[i]];
      for (int id = phraseAt[node]; id != NOTHING; id = shorter[id]) {
        Phrase phrase = phrases.get(id);
        int first = i - phrase.length() + 1;
        if (first > 0
            && (!phrase.leftBound() || (codes[first - 1] >= SPACE && codes[first - 1] < OTHER))
            && (!phrase.rightBound()
                || i == n
                || (codes[i + 1] >= SPACE && codes[i + 1] < OTHER))) {
          int end = Math.min(length, places[i] + 1);
          hits.add(id, phrase.topic(), phrase.weight(), places[first], end);
        }
      }
    }
    if (other) {
      String lower = Body.lower(text);
      readOtherScripts(lower.length() == length ? lower : text, hits);
    }
    return hits;
  }

  /** Scripts that set no space between words are searched phrase by phrase. */
  private void readOtherScripts(String text, Hits hits) {
    for (int i = 0; i < otherScripts.size(); i++) {
      String words = otherScripts.get(i);
      int id = otherPhrases.get(i);
      Phrase phrase = phrases.get(id);
      for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
        hits.add(id, phrase.topic(), phrase.weight(), at, at + words.length());
      }
    }
    hits.sort();
  }

  private static boolean isOtherScript(String entry) {
    for (int i = 0; i < entry.length(); i++) {
      if (entry.charAt(i) >= GREEK && Character.isLetter(entry.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int beyond(char c) {
    if (PlainText.isInvisible(c)
        || c == '\u2019'
        || c == '\u2018'
        || c == '\u02bc'
        || c == LOST
        || c == '\u00ad') {
      return NOTHING;
    }
    return c == '\u20ac' ? DOLLAR : SPACE;
  }

  private static int[] emptyNode() {
    int[] row = new int[ALPHABET];
    Arrays.fill(row, NOTHING);
    return row;
  }

  private static byte[] codes() {
    byte[] table = new byte[Character.MAX_VALUE + 1];
    for (char c = LATIN; c < Character.MAX_VALUE; c++) {
      table[c] = (byte) (Character.isLetterOrDigit(c) ? OTHER : beyond(c));
    }
    table[Character.MAX_VALUE] = SPACE;
    for (char c = 0; c < LATIN; c++) {
      String folded = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
      char base = Character.toLowerCase(folded.charAt(0));
      if (base >= 'a' && base <= 'z') {
        table[c] = (byte) (base - 'a');
      } else if (base >= '0' && base <= '9') {
        table[c] = (byte) (base - '0' + 26);
      } else if (c == '\u00df') {
        table[c] = 's' - 'a';
      } else if (c == '\'' || c == '`' || c == '\u00ad') {
        table[c] = NOTHING;
      } else if (c == '$' || c == '\u00a3') {
        table[c] = DOLLAR;
      } else if (c == '%') {
        table[c] = PERCENT;
      } else {
        table[c] = (byte) (Character.isLetter(c) ? OTHER : SPACE);
      }
    }
    return table;
  }

  private static Lexicon shipped() {
    try (InputStream in = Lexicon.class.getResourceAsStream("lexicon.txt")) {
      if (in == null) {
        throw new IllegalStateException("lexicon.txt is missing");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new Lexicon(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
