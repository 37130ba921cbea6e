package org.proffer.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Makes the body of a document of what its template printed: only what a document is made of stays,
 * each value becomes a {@code span} that names its source, what the drafter wrote goes to its
 * places, and headings get the ids that bookmarks lead to.
 */
final class Composer {
  private static final Pattern MARK = Pattern.compile("\uE100(\\d+)\uE101|\uE102");
  private static final Safelist ALLOWED =
      Safelist.none()
          .addTags(
              "a",
              "b",
              "blockquote",
              "br",
              "caption",
              "dd",
              "div",
              "dl",
              "dt",
              "em",
              "h1",
              "h2",
              "h3",
              "hr",
              "i",
              "li",
              "ol",
              "p",
              "section",
              "span",
              "strong",
              "sub",
              "sup",
              "table",
              "tbody",
              "td",
              "tfoot",
              "th",
              "thead",
              "tr",
              "u",
              "ul")
          .addAttributes(":all", "class", "id", "lang", "dir")
          .addAttributes("div", "data-part", "data-free", "data-label", "data-required")
          .addAttributes("section", "data-part")
          .addAttributes("p", "data-part")
          .addAttributes("th", "scope", "colspan", "rowspan")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("ol", "start")
          .addAttributes("a", "href")
          .addProtocols("a", "href", "#");

  private Composer() {}

  /** What the template has that a document is not made of; empty if there is nothing. */
  static List<String> notAllowed(String body) {
    Document parsed = Jsoup.parseBodyFragment(body);
    List<String> found = new ArrayList<>();
    Document cleaned = new Cleaner(ALLOWED).clean(parsed);
    List<String> kept = new ArrayList<>();
    cleaned.body().getAllElements().forEach(e -> kept.add(e.tagName() + e.attributes().size()));
    for (Element element : parsed.body().getAllElements()) {
      if (!element.tagName().equals("body")
          && !kept.remove(element.tagName() + element.attributes().size())) {
        found.add(
            "<" + element.tagName() + attributes(element) + "> is not of what documents are made");
      }
    }
    return found;
  }

  private static String attributes(Element element) {
    StringBuilder names = new StringBuilder();
    for (Attribute attribute : element.attributes()) {
      names.append(' ').append(attribute.getKey());
    }
    return names.toString();
  }

  /**
   * The body.
   *
   * @param printed by the template
   * @param form what the drafter wrote, by the names of the places
   */
  static Composed compose(String printed, Traces traces, Map<String, String> form) {
    Document document = new Cleaner(ALLOWED).clean(Jsoup.parseBodyFragment(printed));
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    for (Element element : body.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        attribute.setValue(Traces.plain(attribute.getValue()));
      }
    }
    List<FreePlace> places = fillPlaces(body, form, traces);
    spans(body);
    tables(body);
    footnotes(body);
    List<Composed.Heading> headings = headings(body);
    return new Composed(document, traces.sources(), places, headings);
  }

  private static List<FreePlace> fillPlaces(Element body, Map<String, String> form, Traces traces) {
    List<FreePlace> places = new ArrayList<>();
    for (Element place : body.select("[data-free]")) {
      String key = "free." + place.attr("data-free");
      String label =
          place.hasAttr("data-label") ? place.attr("data-label") : place.attr("data-free");
      String written = form.getOrDefault(key, "").strip();
      boolean standing = !place.text().isBlank();
      boolean required = place.hasAttr("data-required") && !standing;
      if (!written.isEmpty()) {
        place.empty();
        LightText.blocks(written).forEach(place::appendChild);
      } else if (required) {
        place.empty();
        place.appendElement("p").appendText(traces.form(key, label, ""));
      }
      places.add(new FreePlace(key, label, required, standing, written));
    }
    return places;
  }

  /** Turns the marks in the text into elements. */
  private static void spans(Element body) {
    List<TextNode> texts = new ArrayList<>();
    body.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text && text.getWholeText().indexOf(Traces.CLOSE) >= 0) {
            texts.add(text);
          }
        });
    for (TextNode text : texts) {
      Element holder = new Element("span");
      Element into = holder;
      String whole = text.getWholeText();
      Matcher mark = MARK.matcher(whole);
      int from = 0;
      Deque<Element> open = new ArrayDeque<>();
      while (mark.find()) {
        append(into, whole.substring(from, mark.start()));
        String number = mark.group(1);
        if (number != null) {
          open.push(into);
          into = into.appendElement("span").addClass("v").attr("data-source", number);
        } else if (!open.isEmpty()) {
          into = open.pop();
        }
        from = mark.end();
      }
      append(into, whole.substring(from));
      for (Node child : List.copyOf(holder.childNodes())) {
        text.before(child);
      }
      text.remove();
    }
  }

  /** A table without a row is none: it says so, which readers of its tags need as well. */
  private static void tables(Element body) {
    for (Element table : body.select("table")) {
      if (table.select("tbody tr").isEmpty()) {
        int columns = Math.max(1, table.select("thead tr:first-child th").size());
        Element rows = table.selectFirst("tbody");
        Element row =
            (rows == null ? table.appendElement("tbody") : rows)
                .appendElement("tr")
                .appendElement("td");
        row.text("None.");
        if (columns > 1) {
          row.attr("colspan", Integer.toString(columns));
        }
      }
    }
  }

  private static void append(Element into, String text) {
    if (!text.isEmpty()) {
      into.appendChild(new TextNode(text));
    }
  }

  /** Numbers the footnotes and sets them at the end, before nothing else. */
  private static void footnotes(Element body) {
    List<Element> notes = body.select("span.footnote");
    if (notes.isEmpty()) {
      return;
    }
    Element section = body.appendElement("section").addClass("notes");
    section.appendElement("h2").text("Notes");
    int number = 1;
    for (Element note : notes) {
      String text = note.text();
      note.empty();
      note.removeClass("footnote");
      note.appendElement("sup")
          .appendElement("a")
          .attr("href", "#note-" + number)
          .text(Integer.toString(number));
      Element foot = section.appendElement("p").attr("id", "note-" + number);
      foot.appendElement("sup").text(Integer.toString(number));
      foot.appendText(" " + text);
      number++;
    }
  }

  private static List<Composed.Heading> headings(Element body) {
    List<Composed.Heading> headings = new ArrayList<>();
    int number = 1;
    for (Element heading : body.select("h1, h2, h3")) {
      if (heading.text().isBlank()) {
        continue;
      }
      String id = "h" + number++;
      heading.attr("id", id);
      headings.add(new Composed.Heading(heading.tagName().charAt(1) - '0', heading.text(), id));
    }
    return headings;
  }
}
