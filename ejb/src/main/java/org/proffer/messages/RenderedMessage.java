package org.proffer.messages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.proffer.law.Finding;
import org.proffer.mail.DecodedText;
import org.proffer.mail.ParsedMessage;
import org.proffer.mail.Part;

/**
 * The body of a message as inert HTML. An allow-list decides what stays; links lose their targets
 * and show them instead, images are named and not loaded.
 */
final class RenderedMessage {
  /** Stand for the beginning and the end of a mark while the HTML is made safe. */
  private static final char OPEN = '\uE000';

  private static final char CLOSE = '\uE001';

  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowCommonBlockElements()
          .allowCommonInlineFormattingElements()
          .allowElements(
              "table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "center", "font",
              "hr", "pre", "span")
          .allowAttributes(
              "align", "valign", "bgcolor", "width", "height", "colspan", "rowspan", "color",
              "size", "title")
          .globally()
          .allowStyling()
          .toFactory();

  private RenderedMessage() {}

  static String html(ParsedMessage message, List<Finding> findings) {
    String body =
        shown(message)
            .map(part -> part.isHtml() ? fromHtml(part, findings) : fromText(part, findings))
            .orElse("<p><em>This message has no text.</em></p>");
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Message</title><style>"
        + "body{font:15px/1.5 system-ui,sans-serif;margin:16px;color:#111;background:#fff;overflow-wrap:anywhere}"
        + "pre{white-space:pre-wrap;font:13px/1.5 ui-monospace,monospace}table{max-width:100%}"
        + "mark{background:#ffe58a;color:#111;outline:1px solid #b58900;border-radius:2px}"
        + ".proffer-target{color:#555;font-size:12px}</style></head><body>"
        + body
        + "</body></html>";
  }

  /** The part a mail program would show: the last HTML text, else the first text. */
  private static Optional<Part> shown(ParsedMessage message) {
    List<Part> texts =
        message.parts().filter(part -> part.text() != null && !part.attachment()).toList();
    return texts.stream().filter(Part::isHtml).findFirst().or(() -> texts.stream().findFirst());
  }

  private static String fromText(Part part, List<Finding> findings) {
    DecodedText decoded = Objects.requireNonNull(part.text());
    StringBuilder html = new StringBuilder("<pre>");
    for (MessageView.Run run :
        HighlightedText.runs(decoded.text(), HighlightedText.marks(part, decoded, findings))) {
      String text = Entities.escape(run.text());
      html.append(
          run.requirements().isEmpty() ? text : mark(run.requirements()) + text + "</mark>");
    }
    return html.append("</pre>").toString();
  }

  private static String mark(List<String> requirements) {
    return "<mark title=\"" + Entities.escape(String.join(", ", requirements)) + "\">";
  }

  private static String fromHtml(Part part, List<Finding> findings) {
    DecodedText decoded = Objects.requireNonNull(part.text());
    String source = decoded.text().replace(OPEN, '\uFFFD').replace(CLOSE, '\uFFFD');
    Document document =
        Jsoup.parse(withMarks(source, HighlightedText.marks(part, decoded, findings)));
    document.select("script,style,head,noscript,template,iframe,object,embed,svg,math").remove();
    for (Element image : document.select("img")) {
      String alt = image.attr("alt").strip();
      image.replaceWith(
          new Element("span").text(alt.isEmpty() ? "[image]" : "[image: " + alt + "]"));
    }
    for (Element link : document.select("a[href]")) {
      link.appendElement("span")
          .attr("class", "proffer-target")
          .text(" ⟨" + link.attr("href") + "⟩");
    }
    document.outputSettings().prettyPrint(false);
    return POLICY
        .sanitize(document.body().html())
        .replace("&#xe000;", "<mark>")
        .replace("&#xe001;", "</mark>")
        .replace(String.valueOf(OPEN), "<mark>")
        .replace(String.valueOf(CLOSE), "</mark>");
  }

  /**
   * The source with marks around stretches that stand in text; a stretch within a tag cannot be
   * shown and is left.
   */
  private static String withMarks(String source, List<HighlightedText.Mark> marks) {
    List<HighlightedText.Mark> inText =
        marks.stream()
            .filter(mark -> isInText(source, mark))
            .sorted(Comparator.comparingInt(HighlightedText.Mark::start))
            .toList();
    List<HighlightedText.Mark> apart = new ArrayList<>();
    int end = 0;
    for (HighlightedText.Mark mark : inText) {
      if (mark.start() >= end) {
        apart.add(mark);
        end = mark.end();
      }
    }
    StringBuilder marked = new StringBuilder(source);
    for (int i = apart.size() - 1; i >= 0; i--) {
      marked.insert(apart.get(i).end(), CLOSE).insert(apart.get(i).start(), OPEN);
    }
    return marked.toString();
  }

  private static boolean isInText(String source, HighlightedText.Mark mark) {
    String words = source.substring(mark.start(), mark.end());
    return words.indexOf('<') < 0
        && words.indexOf('>') < 0
        && source.lastIndexOf('<', mark.start()) <= source.lastIndexOf('>', mark.start());
  }
}
