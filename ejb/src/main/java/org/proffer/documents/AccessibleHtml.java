package org.proffer.documents;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** The body of a document as a page of its own: readable by itself, each value with its source. */
final class AccessibleHtml {
  private AccessibleHtml() {}

  static String page(String title, Composed composed) {
    Document body = composed.document().clone();
    for (Element value : body.select("span.v")) {
      Source source = composed.sources().get(Integer.parseInt(value.attr("data-source")));
      value.removeAttr("data-source");
      value.attr(
          "title",
          source.label()
              + (source.record().isEmpty()
                  ? " (" + source.kind() + ")"
                  : " ("
                      + source.kind()
                      + " "
                      + source.record()
                      + ", version "
                      + source.version()
                      + ")"));
      value.addClass(source.state().name().toLowerCase(java.util.Locale.ROOT));
      if (source.state() == Source.State.MISSING) {
        value.tagName("mark");
      }
    }
    for (Element element : body.body().getAllElements()) {
      String part = "part-" + element.attr("data-part");
      // A caption may stand twice: the first is the one to go to.
      if (element.hasAttr("data-part")
          && !element.hasAttr("id")
          && body.getElementById(part) == null) {
        element.attr("id", part);
      }
      element.removeAttr("data-part");
      element.removeAttr("data-free");
      element.removeAttr("data-label");
      element.removeAttr("data-required");
    }
    return "<!DOCTYPE html><html lang=\"en-US\"><head><meta charset=\"utf-8\"><title>"
        + Entities.escape(title)
        + "</title><style>body{font:17px/1.55 Georgia,serif;max-width:44rem;margin:1.2rem auto;padding:0 1rem;color:#111;background:#fff;overflow-wrap:anywhere}"
        + "h1,h2{font-size:1.05em;text-align:center}h3{font-size:1em}.court p,.center{text-align:center;margin:0;font-weight:bold}.right{text-align:right}"
        + ".caption,.two{display:grid;grid-template-columns:1fr 1fr;gap:1rem;border-bottom:1px solid #777;margin:1rem 0}.sign{margin:2rem 0 1rem 50%}.sign p,.two p{margin:0}.line{border-bottom:1px solid #111;height:1.6rem}"
        + "table{width:100%;border-collapse:collapse;font-size:.9em}th{text-align:left;border-bottom:1px solid #111}td{border-bottom:1px solid #bbb;vertical-align:top}td,th{padding:.25rem .5rem .25rem 0}th{overflow-wrap:normal}.caption p{margin:.2em 0}.num{text-align:right}.mono,.headers{font-family:ui-monospace,monospace;font-size:.85em}"
        + ".note{border:1px solid #777;padding:.5rem}.v{border-bottom:1px dotted #555}.uncertain{background:#fff3cd}mark{background:#ffd6d6;color:#111}</style></head><body><main>"
        + body.body().html()
        + "</main></body></html>";
  }
}
