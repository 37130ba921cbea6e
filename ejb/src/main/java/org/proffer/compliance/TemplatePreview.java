package org.proffer.compliance;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.proffer.advice.Display;
import org.proffer.check.CheckedMessage;

/**
 * The text of a template as inert HTML: an allow-list decides what stays, with the styles of the
 * elements; images are named by their alternative text, as with images off; links lead nowhere.
 */
final class TemplatePreview {
  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowCommonBlockElements()
          .allowCommonInlineFormattingElements()
          .allowElements(
              "table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "center", "font",
              "hr", "pre", "span", "a")
          .allowAttributes(
              "align", "valign", "bgcolor", "width", "height", "colspan", "rowspan", "color",
              "size", "title")
          .globally()
          .allowStyling()
          .toFactory();

  private TemplatePreview() {}

  static String html(CheckedMessage checked, TemplateChecks.Preview how) {
    String dark =
        how == TemplateChecks.Preview.DARK ? "html{filter:invert(1) hue-rotate(180deg)}" : "";
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>Preview</title><style>"
        + dark
        + "body{font:16px/1.4 sans-serif;margin:8px;color:#000;background:#fff;overflow-wrap:anywhere}"
        + "pre{white-space:pre-wrap}.image{border:1px solid #888;padding:2px 6px;display:inline-block}"
        + "</style></head><body>"
        + body(checked, how)
        + "</body></html>";
  }

  private static String body(CheckedMessage checked, TemplateChecks.Preview how) {
    if (how == TemplateChecks.Preview.PLAIN || Display.html(checked).isEmpty()) {
      return Display.plain(checked)
          .map(text -> "<pre>" + Entities.escape(text) + "</pre>")
          .orElse("<p><em>There is no plain text.</em></p>");
    }
    Document document = Jsoup.parse(Display.html(checked).orElseThrow());
    document.select("script,style,head,noscript,template,iframe,object,embed,svg,math").remove();
    for (Element image : document.select("img")) {
      String alt = image.attr("alt").strip();
      image.replaceWith(
          new Element("span").attr("title", "image").text(alt.isEmpty() ? "[image]" : alt));
    }
    document.outputSettings().prettyPrint(false);
    return POLICY.sanitize(document.body().html());
  }
}
