package org.proffer.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Takes a document apart into its sentences, and compares two of them. */
final class Statements {
  private static final String BLOCKS = "p, li, tr, h1, h2, h3, dt, dd, caption, div, blockquote";
  private static final Pattern END = Pattern.compile("[.;!?][”\")\\]]*\\s+(?=[\\p{Lu}\\d“\"(\\[])");

  /** What ends with a full stop and ends no sentence. */
  private static final Pattern SHORT =
      Pattern.compile(
          "(?:^|[\\s(])(?:\\p{Lu}|v|No|Nos|Hon|al|Fed|Crim|Civ|Evid|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Mr|Ms|Dr|Inc|Co|Ltd|Jr|Sr|St|Mich|Cal|Supp|Cir|Stat|Reg|Pub|Ex|seq|cf|e\\.g|i\\.e|U\\.S|U\\.S\\.C|C\\.F\\.R|R)\\.$");

  private Statements() {}

  /** A stretch of a block that came from a source. */
  private record Stretch(int from, int until, Source source) {}

  static List<Statement> of(Document document, List<Source> sources) {
    List<Statement> statements = new ArrayList<>();
    String section = "";
    for (Element block : document.body().select(BLOCKS)) {
      if (block.tagName().matches("h[123]")) {
        section = block.text();
      }
      if (block.select(BLOCKS).size() > 1) {
        continue;
      }
      StringBuilder text = new StringBuilder();
      List<Stretch> stretches = new ArrayList<>();
      read(block, null, sources, text, stretches);
      for (int[] part : sentences(text)) {
        String said = text.substring(part[0], part[1]).strip();
        if (!said.isEmpty()) {
          Set<Source> from = new LinkedHashSet<>();
          stretches.stream()
              .filter(s -> s.from() < part[1] && s.until() > part[0])
              .forEach(s -> from.add(s.source()));
          statements.add(new Statement(section, said, List.copyOf(from)));
        }
      }
    }
    return statements;
  }

  private static void read(
      Node node,
      @Nullable Source within,
      List<Source> sources,
      StringBuilder text,
      List<Stretch> stretches) {
    for (Node child : node.childNodes()) {
      if (child instanceof TextNode words) {
        int from = text.length();
        append(text, words.getWholeText());
        if (within != null && text.length() > from) {
          stretches.add(new Stretch(from, text.length(), within));
        }
      } else if (child instanceof Element element) {
        if (element.tagName().matches("td|th|br")) {
          append(text, " ");
        }
        Source own =
            element.hasAttr("data-source")
                ? sources.get(Integer.parseInt(element.attr("data-source")))
                : within;
        read(element, own, sources, text, stretches);
      }
    }
  }

  private static void append(StringBuilder text, String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean space = Character.isWhitespace(c);
      if (!space) {
        text.append(c);
      } else if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
  }

  private static List<int[]> sentences(CharSequence text) {
    List<int[]> parts = new ArrayList<>();
    int from = 0;
    Matcher end = END.matcher(text);
    while (end.find()) {
      if (text.charAt(end.start()) == '.'
          && SHORT.matcher(text.subSequence(from, end.start() + 1)).find()) {
        continue;
      }
      parts.add(new int[] {from, end.end()});
      from = end.end();
    }
    parts.add(new int[] {from, text.length()});
    return parts;
  }

  /**
   * What became of the sentences of one version in another: those gone, each with the one that
   * stands in its place if there is one, and those added.
   */
  static List<Change> changes(List<Statement> before, List<Statement> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(before.get(i), after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Change> changes = new ArrayList<>();
    List<Statement> gone = new ArrayList<>();
    List<Statement> come = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && same(before.get(i), after.get(j))) {
        pair(gone, come, changes);
        i++;
        j++;
      } else if (j < after.size() && (i == before.size() || common[i][j + 1] > common[i + 1][j])) {
        come.add(after.get(j++));
      } else {
        gone.add(before.get(i++));
      }
    }
    pair(gone, come, changes);
    return changes;
  }

  private static boolean same(Statement one, Statement other) {
    return one.text().equals(other.text())
        || Printable.meant(one.text()).equals(Printable.meant(other.text()));
  }

  private static void pair(List<Statement> gone, List<Statement> come, List<Change> changes) {
    for (int k = 0; k < Math.max(gone.size(), come.size()); k++) {
      changes.add(
          new Change(k < gone.size() ? gone.get(k) : null, k < come.size() ? come.get(k) : null));
    }
    gone.clear();
    come.clear();
  }

  /**
   * A sentence that is not the same.
   *
   * @param before null if it was added
   * @param after null if it is gone
   */
  public record Change(@Nullable Statement before, @Nullable Statement after) {}
}
