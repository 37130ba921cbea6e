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

  /** Stand for the beginning and the end of a word looked for. */
  private static final char HIT_OPEN = '\uE002';

  private static final char HIT_CLOSE = '\uE003';

  static String html(ParsedMessage message, List<Finding> findings, HighlightedText.Hits hits) {
    String body =
        shown(message)
            .map(
                part ->
                    part.isHtml() ? fromHtml(part, findings, hits) : fromText(part, findings, hits))
            .orElse("<p><em>This message has no text.</em></p>");
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Message</title><style>"
        + "body{font:15px/1.5 system-ui,sans-serif;margin:16px;color:#111;background:#fff;overflow-wrap:anywhere}"
        + "pre{white-space:pre-wrap;font:13px/1.5 ui-monospace,monospace}table{max-width:100%}"
        + "mark{background:#ffe58a;color:#111;outline:1px solid #b58900;border-radius:2px}"
        + "mark.hit{background:#bfe3ff;outline:2px solid #0b62a8}"
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

  private static String fromText(Part part, List<Finding> findings, HighlightedText.Hits hits) {
    DecodedText decoded = Objects.requireNonNull(part.text());
    List<HighlightedText.Mark> marks =
        new ArrayList<>(HighlightedText.marks(part, decoded, findings));
    marks.addAll(hits.apply(decoded.text()));
    StringBuilder html = new StringBuilder("<pre>");
    for (MessageView.Run run : HighlightedText.runs(decoded.text(), marks)) {
      String text = Entities.escape(run.text());
      if (run.hit()) {
        text = HIT + text + "</mark>";
      }
      html.append(
          run.requirements().isEmpty() ? text : mark(run.requirements()) + text + "</mark>");
    }
    return html.append("</pre>").toString();
  }

  private static final String HIT = "<mark class=\"hit\">";

  private static String mark(List<String> requirements) {
    return "<mark title=\"" + Entities.escape(String.join(", ", requirements)) + "\">";
  }

  private static String fromHtml(Part part, List<Finding> findings, HighlightedText.Hits hits) {
    DecodedText decoded = Objects.requireNonNull(part.text());
    String source = decoded.text().replaceAll("[\uE000-\uE003]", "\uFFFD");
    List<HighlightedText.Mark> marks =
        new ArrayList<>(HighlightedText.marks(part, decoded, findings));
    marks.addAll(hits.apply(decoded.text()));
    Document document = Jsoup.parse(withMarks(source, marks));
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
        .replace("&#xe002;", HIT)
        .replace("&#xe003;", "</mark>")
        .replace(String.valueOf(OPEN), "<mark>")
        .replace(String.valueOf(CLOSE), "</mark>")
        .replace(String.valueOf(HIT_OPEN), HIT)
        .replace(String.valueOf(HIT_CLOSE), "</mark>");
  }

  /**
   * The source with marks around stretches that stand in text; a stretch within a tag cannot be
   * shown and is left.
   */
  private static String withMarks(String source, List<HighlightedText.Mark> marks) {
    StringBuilder marked = new StringBuilder(source);
    // Words looked for inside words of a finding are marked in it: the inner signs go in last.
    List<HighlightedText.Mark> apart =
        new ArrayList<>(apart(source, marks.stream().filter(mark -> !mark.isHit()).toList()));
    List<HighlightedText.Mark> findings = List.copyOf(apart);
    apart(source, marks.stream().filter(HighlightedText.Mark::isHit).toList()).stream()
        .filter(hit -> findings.stream().allMatch(mark -> nests(mark, hit)))
        .forEach(apart::add);
    record Sign(int at, int order, char sign) {}
    List<Sign> signs = new ArrayList<>();
    for (HighlightedText.Mark mark : apart) {
      boolean hit = mark.isHit();
      signs.add(new Sign(mark.start(), hit ? 3 : 2, hit ? HIT_OPEN : OPEN));
      signs.add(new Sign(mark.end(), hit ? 0 : 1, hit ? HIT_CLOSE : CLOSE));
    }
    signs.sort(Comparator.comparingInt(Sign::at).thenComparingInt(Sign::order).reversed());
    signs.forEach(sign -> marked.insert(sign.at(), sign.sign()));
    return marked.toString();
  }

  private static boolean nests(HighlightedText.Mark mark, HighlightedText.Mark hit) {
    boolean outside = hit.end() <= mark.start() || mark.end() <= hit.start();
    return outside || (mark.start() <= hit.start() && hit.end() <= mark.end());
  }

  /** Those that stand in text, none over another, in their order. */
  private static List<HighlightedText.Mark> apart(String source, List<HighlightedText.Mark> marks) {
    List<HighlightedText.Mark> apart = new ArrayList<>();
    int end = 0;
    for (HighlightedText.Mark mark :
        marks.stream()
            .filter(mark -> isInText(source, mark))
            .sorted(Comparator.comparingInt(HighlightedText.Mark::start))
            .toList()) {
      if (mark.start() >= end) {
        apart.add(mark);
        end = mark.end();
      }
    }
    return apart;
  }

  private static boolean isInText(String source, HighlightedText.Mark mark) {
    String words = source.substring(mark.start(), mark.end());
    return words.indexOf('<') < 0
        && words.indexOf('>') < 0
        && source.lastIndexOf('<', mark.start()) <= source.lastIndexOf('>', mark.start());
  }
}
