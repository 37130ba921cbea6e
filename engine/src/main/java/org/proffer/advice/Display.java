package org.proffer.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.proffer.check.CheckedMessage;
import org.proffer.law.Span;
import org.proffer.law.canspam.Observation;
import org.proffer.mail.DecodedText;
import org.proffer.mail.Part;

/**
 * How the way to object and the postal address are displayed, as far as the styles in the message
 * say: size of the letters, contrast with what is behind them, how far down they stand, whether
 * they are hidden. For a person who judges whether they are clear and conspicuous; no verdict
 * follows from it, and no number here is one of the law.
 *
 * <p>Contrast is the ratio of WCAG 2, from 1 to 21. Sizes are in CSS pixels. Styles of the mail
 * program, images and scripts are not seen.
 */
public final class Display {
  private static final double USUAL_SIZE = 16;
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
  private static final Pattern LENGTH = Pattern.compile("([0-9.]+)\\s*(px|pt|em|rem|%)?");
  private static final Map<String, Integer> NAMED =
      Map.ofEntries(
          Map.entry("black", 0x000000),
          Map.entry("white", 0xffffff),
          Map.entry("gray", 0x808080),
          Map.entry("grey", 0x808080),
          Map.entry("silver", 0xc0c0c0),
          Map.entry("red", 0xff0000),
          Map.entry("blue", 0x0000ff),
          Map.entry("green", 0x008000),
          Map.entry("navy", 0x000080),
          Map.entry("yellow", 0xffff00),
          Map.entry("lightgray", 0xd3d3d3),
          Map.entry("lightgrey", 0xd3d3d3),
          Map.entry("darkgray", 0xa9a9a9),
          Map.entry("dimgray", 0x696969),
          Map.entry("whitesmoke", 0xf5f5f5));

  private Display() {}

  /**
   * What was measured of one thing.
   *
   * @param of what it is: {@code "way to object"}, {@code "notice"} or {@code "postal address"}
   * @param words the words
   * @param size of the letters, CSS pixels
   * @param contrast from 1 to 21
   * @param position how much of the text stands before it, from 0 to 1
   * @param hidden why it is not seen; empty if nothing hides it
   */
  public record Measured(
      String of, String words, double size, double contrast, double position, String hidden) {

    /** What a person should look at, in words; empty if nothing stands out. */
    public String remark() {
      List<String> remarks = new ArrayList<>();
      if (!hidden.isEmpty()) {
        remarks.add("hidden: " + hidden);
      }
      if (size < 10) {
        remarks.add(String.format(Locale.ROOT, "letters of %.0f px", size));
      }
      if (contrast < 3) {
        remarks.add(String.format(Locale.ROOT, "contrast %.1f to 1", contrast));
      }
      return String.join(", ", remarks);
    }
  }

  /** A link of the text: where it leads is said, nothing is fetched. */
  public record Link(String words, String target) {}

  /** The way to object, the notice and the address of a message, as its styles display them. */
  public static List<Measured> of(CheckedMessage checked) {
    List<Measured> all = new ArrayList<>();
    html(checked)
        .ifPresent(
            html -> {
              Document document = Jsoup.parse(html);
              Map<Element, Map<String, String>> styles = styles(document);
              add(all, "way to object", checked.facts().optOutMechanism(), document, styles);
              add(all, "notice", checked.facts().optOutNotice(), document, styles);
              add(all, "postal address", checked.facts().postalAddress(), document, styles);
            });
    return List.copyOf(all);
  }

  /** The links of the HTML text, in their order. */
  public static List<Link> links(CheckedMessage checked) {
    return html(checked)
        .map(
            html ->
                Jsoup.parse(html).select("a[href],area[href],form[action]").stream()
                    .map(
                        link ->
                            new Link(
                                link.text(),
                                link.hasAttr("href") ? link.attr("href") : link.attr("action")))
                    .toList())
        .orElse(List.of());
  }

  /** The HTML text that a mail program shows; empty if there is none. */
  public static Optional<String> html(CheckedMessage checked) {
    return checked
        .message()
        .parts()
        .filter(part -> part.isHtml() && !part.attachment())
        .findFirst()
        .map(Part::text)
        .map(DecodedText::text);
  }

  /** The plain text; empty if there is none. */
  public static Optional<String> plain(CheckedMessage checked) {
    return checked
        .message()
        .parts()
        .filter(part -> part.text() != null && !part.isHtml() && !part.attachment())
        .findFirst()
        .map(Part::text)
        .map(DecodedText::text);
  }

  private static void add(
      List<Measured> all,
      String of,
      Observation observation,
      Document document,
      Map<Element, Map<String, String>> styles) {
    for (Span span : observation.spans()) {
      String words = Jsoup.parse(span.text()).text().strip();
      Element element = words.length() < 3 ? null : holding(document, words);
      if (element != null) {
        all.add(measured(of, words, element, document, styles));
        return;
      }
    }
  }

  /** The innermost element with some words. */
  private static @Nullable Element holding(Document document, String words) {
    String head = words.length() > 40 ? words.substring(0, 40) : words;
    Element found = null;
    for (Element element : document.body().getAllElements()) {
      if (element.text().contains(head)) {
        found = element;
      }
    }
    return found;
  }

  private static Measured measured(
      String of,
      String words,
      Element element,
      Document document,
      Map<Element, Map<String, String>> styles) {
    List<Element> path = new ArrayList<>();
    for (Element each = element; each != null; each = each.parent()) {
      path.add(0, each);
    }
    double size = USUAL_SIZE;
    int color = 0x000000;
    int behind = 0xffffff;
    String hidden = "";
    for (Element each : path) {
      Map<String, String> style = styles.getOrDefault(each, Map.of());
      size = size(style.get("font-size"), size);
      color = color(style.getOrDefault("color", each.attr("color")), color);
      behind =
          color(
              style.getOrDefault(
                  "background-color", style.getOrDefault("background", each.attr("bgcolor"))),
              behind);
      hidden = hidden.isEmpty() ? hidden(style, each) : hidden;
    }
    if (hidden.isEmpty() && size < 1) {
      hidden = "letters without size";
    }
    return new Measured(
        of, words, size, contrast(color, behind), position(document, element), hidden);
  }

  private static String hidden(Map<String, String> style, Element element) {
    if (style.getOrDefault("display", "").equals("none") || element.hasAttr("hidden")) {
      return "display: none";
    }
    if (style.getOrDefault("visibility", "").equals("hidden")) {
      return "visibility: hidden";
    }
    if (style.getOrDefault("opacity", "1").matches("0(\\.0*)?")) {
      return "opacity: 0";
    }
    return "";
  }

  private static double position(Document document, Element element) {
    int[] count = {0, -1};
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node.equals(element)) {
            count[1] = count[0];
          }
          if (node instanceof TextNode text) {
            count[0] += text.text().strip().length();
          }
        },
        document.body());
    return count[0] == 0 || count[1] < 0 ? 0 : count[1] / (double) count[0];
  }

  /** The declarations that hold for each element: of the sheets, then of the element itself. */
  private static Map<Element, Map<String, String>> styles(Document document) {
    Map<Element, Map<String, String>> styles = new HashMap<>();
    for (Element sheet : document.select("style")) {
      // What holds for some media only is left out.
      String rules = sheet.data().replaceAll("(?s)/\\*.*?\\*/", "");
      Matcher rule =
          RULE.matcher(rules.replaceAll("(?s)@media[^{]*\\{(?:[^{}]*\\{[^{}]*})*[^{}]*}", ""));
      while (rule.find()) {
        Map<String, String> declarations = declarations(rule.group(2));
        try {
          for (Element element : document.select(rule.group(1).strip())) {
            styles.computeIfAbsent(element, same -> new LinkedHashMap<>()).putAll(declarations);
          }
        } catch (Selector.SelectorParseException ofOneMailProgram) {
          // It holds for nothing here.
        }
      }
    }
    for (Element element : document.select("[style]")) {
      styles
          .computeIfAbsent(element, same -> new LinkedHashMap<>())
          .putAll(declarations(element.attr("style")));
    }
    return styles;
  }

  private static Map<String, String> declarations(String text) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String declaration : text.split(";", -1)) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        all.put(
            declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            declaration
                .substring(colon + 1)
                .replace("!important", "")
                .strip()
                .toLowerCase(Locale.ROOT));
      }
    }
    return all;
  }

  private static double size(@Nullable String text, double parent) {
    Matcher length = LENGTH.matcher(text == null ? "" : text);
    if (!length.matches()) {
      return parent;
    }
    double value = Double.parseDouble(length.group(1));
    String unit = length.group(2) == null ? "px" : length.group(2);
    return switch (unit) {
      case "pt" -> value * 4 / 3;
      case "em" -> value * parent;
      case "rem" -> value * USUAL_SIZE;
      case "%" -> value / 100 * parent;
      default -> value;
    };
  }

  private static int color(String text, int otherwise) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    Matcher hex = Pattern.compile("#([0-9a-f]{6}|[0-9a-f]{3})\\b").matcher(name);
    if (hex.find()) {
      String digits = hex.group(1);
      if (digits.length() == 3) {
        digits = digits.replaceAll("(.)", "$1$1");
      }
      return Integer.parseInt(digits, 16);
    }
    Matcher rgb =
        Pattern.compile("rgba?\\(\\s*(\\d{1,3})[\\s,]+(\\d{1,3})[\\s,]+(\\d{1,3}).*").matcher(name);
    if (rgb.matches()) {
      return Math.min(255, Integer.parseInt(rgb.group(1))) << 16
          | Math.min(255, Integer.parseInt(rgb.group(2))) << 8
          | Math.min(255, Integer.parseInt(rgb.group(3)));
    }
    return NAMED.getOrDefault(name, otherwise);
  }

  /** WCAG 2.2, relative luminance and contrast ratio. */
  static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int color) {
    return 0.2126 * linear(color >> 16 & 255)
        + 0.7152 * linear(color >> 8 & 255)
        + 0.0722 * linear(color & 255);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
