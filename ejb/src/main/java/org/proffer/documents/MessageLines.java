package org.proffer.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The lines of a message's body as a reader sees them, out of its inert HTML. */
final class MessageLines {
  /** A target that stands beside its link, in brackets that no typeface here has. */
  private static final Pattern TARGET = Pattern.compile(" \u27E8([^\u27E8\u27E9 ]*)\u27E9");

  private MessageLines() {}

  static List<String> of(String inertHtml) {
    StringBuilder text = new StringBuilder();
    Element body = Jsoup.parse(inertHtml).body();
    read(body, text, false);
    List<String> lines = new ArrayList<>();
    for (String line : text.toString().split("\n", -1)) {
      String one =
          TARGET.matcher(line.replaceAll("[\\s\\u00a0]+", " ")).replaceAll(" ‹$1›").strip();
      if (!one.isEmpty()) {
        lines.add(one);
      }
    }
    return lines;
  }

  private static void read(Node node, StringBuilder text, boolean within) {
    for (Node child : node.childNodes()) {
      if (child instanceof TextNode words) {
        String said = words.getWholeText();
        text.append(within ? said : said.replaceAll("\\s+", " "));
      } else if (child instanceof Element element && !element.tagName().equals("style")) {
        boolean block = element.isBlock() || element.tagName().equals("br");
        if (block) {
          text.append('\n');
        } else if (element.tagName().matches("td|th")) {
          text.append("  ");
        }
        read(element, text, within || element.tagName().equals("pre"));
        if (block && !element.tagName().equals("br")) {
          text.append('\n');
        }
      }
    }
  }
}
