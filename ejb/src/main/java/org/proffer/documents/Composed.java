package org.proffer.documents;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The body of a document, before it has pages.
 *
 * @param document its elements; values are {@code span.v} with the number of their source
 * @param sources of its values
 * @param places for the drafter's own text
 * @param headings in their order
 */
record Composed(
    Document document, List<Source> sources, List<FreePlace> places, List<Heading> headings) {
  Composed {
    sources = List.copyOf(sources);
    places = List.copyOf(places);
    headings = List.copyOf(headings);
  }

  private static final Pattern TOGETHER =
      Pattern.compile(
          "\\d{1,2} (?:U\\.S\\.C\\.|CFR|U\\.S\\.) [\\w().-]{1,24}|(?:Count|Counts|Hon\\.|No\\.) (?=\\S)");

  /** Characters of a paragraph that goes to the next page with a signature: some ten lines. */
  private static final int LONGEST_KEPT = 700;

  /**
   * A heading.
   *
   * @param level 1 to 3
   */
  record Heading(int level, String text, String id) {}

  /** As it is stored. */
  static Composed read(String html, JsonObject data) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    return new Composed(
        document,
        data.getJsonArray("sources").stream().map(s -> Source.of(s.asJsonObject())).toList(),
        List.of(),
        document.select("h1[id], h2[id], h3[id]").stream()
            .map(h -> new Heading(h.tagName().charAt(1) - '0', h.text(), h.id()))
            .toList());
  }

  /** To be stored. */
  String html() {
    return document.body().html();
  }

  /** As XHTML, without the spans of the values. */
  String xhtml() {
    Document clean = document.clone();
    clean.outputSettings(
        new Document.OutputSettings()
            .prettyPrint(false)
            .syntax(Document.OutputSettings.Syntax.xml)
            .escapeMode(Entities.EscapeMode.xhtml));
    clean.select("span.v").unwrap();
    for (Element element : clean.body().getAllElements()) {
      for (String key :
          List.of("data-part", "data-free", "data-label", "data-required", "data-source")) {
        element.removeAttr(key);
      }
    }
    clean.body().select("div:empty, span:empty").remove();
    footnotes(clean);
    kept(clean);
    numbered(clean);
    together(clean);
    Typesetter.ready(clean);
    return clean.body().html();
  }

  /** Notes that stand at the end of the text go to the foot of the page that calls them. */
  private static void footnotes(Document document) {
    for (Element call : document.select("sup > a[href^=#note-]")) {
      Element note = document.getElementById(call.attr("href").substring(1));
      Element sign = call.parent();
      if (note != null && sign != null) {
        Element foot = new Element("span").addClass("foot").attr("data-number", call.text());
        note.select("> sup").remove();
        note.childNodesCopy().forEach(foot::appendChild);
        sign.replaceWith(foot);
        note.remove();
      }
    }
    document.select("section.notes:not(:has(p))").remove();
  }

  /**
   * Words that lead to a table, a list or a quotation stay with its beginning, and a signature
   * never stands alone on its page: the paragraph before it goes with it, with its heading if it
   * has one.
   */
  private static void kept(Document document) {
    document
        .select("p:has(+ table), p:has(+ ol), p:has(+ ul), p:has(+ blockquote)")
        .addClass("lead");
    for (Element block : document.select(".sign, .two")) {
      Element above = block.previousElementSibling();
      if (block.closest(".keep, .caption") != null || above == null) {
        continue;
      }
      Element last = last(above);
      boolean pleading = last.closest(".pleading") != null;
      if (last.tagName().equals("p") && last.text().length() <= LONGEST_KEPT) {
        Element head = head(last);
        Element keep = new Element("div").addClass("keep");
        block.before(keep);
        Element words =
            pleading && keep.closest(".pleading") == null
                ? keep.appendElement("div").addClass("pleading")
                : keep;
        if (head != null) {
          words.appendChild(head);
        }
        words.appendChild(last);
        keep.appendChild(block);
      }
    }
  }

  /** The heading within a paper right above a paragraph; null if something else stands there. */
  private static @Nullable Element head(Element paragraph) {
    Element first = paragraph;
    while (first.previousElementSibling() == null
        && first.parent() != null
        && Objects.requireNonNull(first.parent()).tagName().matches("div|section")) {
      first = Objects.requireNonNull(first.parent());
    }
    Element above = first.previousElementSibling();
    return above != null && above.tagName().matches("h[23]") ? above : null;
  }

  /** The last paragraph of an element, or what stands in its place. */
  private static Element last(Element element) {
    Element last = element;
    while (last.tagName().matches("div|section") && last.lastElementChild() != null) {
      last = Objects.requireNonNull(last.lastElementChild());
    }
    return last;
  }

  /**
   * Numbers of lists are words of their items, so that a reader of the text meets them in order.
   */
  private static void numbered(Document document) {
    for (Element list : document.select("ol, ul")) {
      int number = 1;
      for (Element item : list.children()) {
        item.prependText(list.tagName().equals("ol") ? number++ + ".\u00a0 " : "–\u00a0 ");
      }
    }
  }

  /** The parts of a citation are held together by no-break spaces. */
  private static void together(Document document) {
    document
        .body()
        .traverse(
            (node, depth) -> {
              if (node instanceof TextNode text) {
                String whole = text.getWholeText();
                String held =
                    TOGETHER
                        .matcher(whole)
                        .replaceAll(
                            citation ->
                                Matcher.quoteReplacement(citation.group().replace(' ', '\u00a0')));
                if (!held.equals(whole)) {
                  text.text(held);
                }
              }
            });
  }

  /** The sources of what is printed, in their order. */
  List<Source> printed() {
    Set<Source> printed = new LinkedHashSet<>();
    document
        .select("span.v")
        .forEach(v -> printed.add(sources.get(Integer.parseInt(v.attr("data-source")))));
    return List.copyOf(printed);
  }

  List<Source> printed(Source.State state) {
    return printed().stream().filter(source -> source.state() == state).toList();
  }

  /** Whether a part is there and says something. */
  boolean has(String part) {
    return document.select("[data-part=" + part + "]").stream().anyMatch(p -> !p.text().isBlank());
  }

  /** What it says, sentence by sentence, and from where. */
  List<Statement> statements() {
    return Statements.of(document, sources);
  }

  /** The sources and the statements, for the file within the document. */
  JsonObject json() {
    JsonArrayBuilder from = Json.createArrayBuilder();
    sources.forEach(source -> from.add(source.json()));
    JsonArrayBuilder said = Json.createArrayBuilder();
    statements().forEach(statement -> said.add(statement.json(sources)));
    return Json.createObjectBuilder().add("sources", from).add("statements", said).build();
  }
}
