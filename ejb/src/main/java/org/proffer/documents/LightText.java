package org.proffer.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What a drafter writes in a marked place: paragraphs parted by an empty line, {@code **strong**},
 * {@code *emphasis*}, lines that begin with {@code >} for a quotation, with {@code -} or {@code 1.}
 * for a list, and {@code ((a note))} for a footnote. Everything else is text as it stands; no HTML.
 */
final class LightText {
  private static final Pattern INLINE =
      Pattern.compile("\\*\\*(?<strong>[^*]+)\\*\\*|\\*(?<em>[^*]+)\\*|\\(\\((?<note>.+?)\\)\\)");
  private static final Pattern NUMBERED = Pattern.compile("\\d{1,3}[.)]\\s+");
  private static final Pattern BULLET = Pattern.compile("[-•]\\s+");

  private LightText() {}

  /** The paragraphs, lists and quotations of a text. */
  static List<Element> blocks(String text) {
    List<Element> blocks = new ArrayList<>();
    for (String part : text.replace("\r", "").strip().split("\n\\s*\n", -1)) {
      if (!part.isBlank()) {
        blocks.add(block(part.strip()));
      }
    }
    return blocks;
  }

  private static Element block(String part) {
    List<String> lines = part.lines().map(String::strip).toList();
    if (lines.stream().allMatch(line -> line.startsWith(">"))) {
      Element quotation = new Element("blockquote");
      inline(
          quotation.appendElement("p"),
          String.join(" ", lines.stream().map(l -> l.substring(1).strip()).toList()));
      return quotation;
    }
    if (lines.stream().allMatch(line -> BULLET.matcher(line).lookingAt())) {
      return list("ul", lines, BULLET);
    }
    if (lines.stream().allMatch(line -> NUMBERED.matcher(line).lookingAt())) {
      return list("ol", lines, NUMBERED);
    }
    Element paragraph = new Element("p");
    inline(paragraph, String.join(" ", lines));
    return paragraph;
  }

  private static Element list(String tag, List<String> lines, Pattern sign) {
    Element list = new Element(tag);
    lines.forEach(line -> inline(list.appendElement("li"), sign.matcher(line).replaceFirst("")));
    return list;
  }

  private static void inline(Element into, String text) {
    var found = INLINE.matcher(text);
    int from = 0;
    while (found.find()) {
      text(into, text.substring(from, found.start()));
      String strong = found.group("strong");
      String em = found.group("em");
      if (strong != null) {
        text(into.appendElement("strong"), strong);
      } else if (em != null) {
        text(into.appendElement("em"), em);
      } else {
        text(into.appendElement("span").addClass("footnote"), found.group("note").strip());
      }
      from = found.end();
    }
    text(into, text.substring(from));
  }

  private static void text(Element into, String text) {
    if (!text.isEmpty()) {
      into.appendChild(new TextNode(Printable.text(text)));
    }
  }
}
