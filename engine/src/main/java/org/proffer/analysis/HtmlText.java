package org.proffer.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Entities;
import org.proffer.mail.DecodedText;

/**
 * Reads an HTML part in one pass, in time linear in its length.
 *
 * <p>Tag soup is read the way browsers forgive it as far as visibility needs. A tree is not built:
 * jsoup's own would lose the place of each character behind an entity, and costs several times as
 * much. Style rules are honoured for simple selectors (element, class, id); rules within {@code
 * @media} are not, because they do not hold on every screen.
 */
final class HtmlText {
  private static final int DEEPEST = 512;
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "br",
          "tr",
          "td",
          "th",
          "table",
          "li",
          "ul",
          "ol",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "center",
          "blockquote",
          "pre",
          "section",
          "article",
          "header",
          "footer",
          "address",
          "dd",
          "dt",
          "dl",
          "form",
          "option",
          "tbody",
          "body");
  private static final Set<String> VOID =
      Set.of(
          "br", "img", "hr", "meta", "link", "input", "area", "base", "col", "embed", "source",
          "track", "wbr", "param");
  private static final Set<String> CLOSED_BY_THEMSELVES =
      Set.of("p", "li", "td", "th", "tr", "option", "dd", "dt", "a");
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "title", "template", "noframes", "object", "svg", "xml");

  private record Open(String name, Style before, Style style) {}

  private final String section;
  private final DecodedText source;
  private final String s;
  private final char[] chars;
  private final int length;
  private final Map<String, StringBuilder> written = new HashMap<>();
  private final Map<String, Declarations> rules = new HashMap<>();
  private final Map<String, Declarations> inlines = new HashMap<>();
  private final ArrayDeque<Open> open = new ArrayDeque<>();
  private final StringBuilder text;
  private int[] places;
  private final StringBuilder hidden = new StringBuilder();
  private final List<VisibleText.Link> links = new ArrayList<>();
  private final List<VisibleText.Faint> faint = new ArrayList<>();
  private Style style = Style.PLAIN;
  private boolean invisible;
  private String faintness = "";
  private int faintFrom;
  private boolean space;
  private boolean line;
  private boolean hiddenSpace;
  private int images;
  private String linkTarget = "";
  private int linkFrom = -1;

  private HtmlText(String section, DecodedText source, int most) {
    this.section = section;
    this.source = source;
    this.s = source.text();
    this.chars = s.toCharArray();
    this.length = Math.min(s.length(), most);
    this.text = new StringBuilder(length / 4 + 16);
    this.places = new int[length / 4 + 16];
  }

  static VisibleText read(String section, DecodedText source, int most) {
    HtmlText reading = new HtmlText(section, source, most);
    reading.collectRules();
    reading.written.forEach(
        (selector, text) -> reading.rules.put(selector, Declarations.parse(text.toString())));
    reading.scan();
    return reading.result();
  }

  private VisibleText result() {
    endLink();
    endFaint();
    String visible = text.toString();
    if (links.size() < 2000) {
      for (VisibleText.Link written : PlainText.addresses(visible)) {
        boolean covered = false;
        for (VisibleText.Link link : links) {
          if (link.start() <= written.start() && written.start() < link.end()) {
            covered = true;
            break;
          }
        }
        if (!covered && links.size() < 4000) {
          links.add(written);
        }
      }
    }
    return new VisibleText(
        section,
        source,
        true,
        visible,
        Arrays.copyOf(places, visible.length() + 1),
        links,
        faint,
        images,
        hidden.toString());
  }

  private void collectRules() {
    int at = indexOf("<style", 0);
    while (at >= 0) {
      int from = s.indexOf('>', at);
      if (from < 0) {
        return;
      }
      int to = indexOf("</style", from);
      if (to < 0) {
        return;
      }
      readRules(from + 1, to);
      at = indexOf("<style", to);
    }
  }

  private int indexOf(String tag, int from) {
    int at = s.indexOf('<', from);
    while (at >= 0 && at < length) {
      if (s.regionMatches(true, at, tag, 0, tag.length())) {
        return at;
      }
      at = s.indexOf('<', at + 1);
    }
    return -1;
  }

  private void readRules(int from, int to) {
    int at = from;
    while (at < to) {
      int brace = s.indexOf('{', at);
      if (brace < 0 || brace >= to) {
        return;
      }
      String selectors = s.substring(at, brace).strip();
      if (selectors.startsWith("<!--")) {
        selectors = selectors.substring(4).strip();
      }
      int comment = selectors.lastIndexOf("*/");
      if (comment >= 0) {
        selectors = selectors.substring(comment + 2).strip();
      }
      if (selectors.startsWith("@")) {
        int depth = 1;
        int i = brace + 1;
        while (i < to && depth > 0) {
          char c = chars[i++];
          depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        at = i;
        continue;
      }
      int close = s.indexOf('}', brace);
      if (close < 0 || close > to) {
        return;
      }
      String declarations = s.substring(brace + 1, close);
      if (declarations.length() < 2000 && selectors.length() < 2000) {
        for (String selector : selectors.split(",", -1)) {
          String simple = selector.strip().toLowerCase(Locale.ROOT);
          if (isSimple(simple)) {
            written
                .computeIfAbsent(simple, k -> new StringBuilder())
                .append(declarations)
                .append(';');
          }
        }
      }
      at = close + 1;
    }
  }

  private static boolean isSimple(String selector) {
    if (selector.isEmpty() || selector.length() > 80) {
      return false;
    }
    for (int i = 0; i < selector.length(); i++) {
      char c = selector.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && !(c == '.' || c == '#')) {
        return false;
      }
    }
    return true;
  }

  private void scan() {
    int i = 0;
    while (i < length) {
      char c = chars[i];
      if (c == '<') {
        i = tag(i);
      } else if (c == '&') {
        i = entity(i, length);
      } else {
        put(c, i);
        i++;
      }
    }
  }

  private int tag(int at) {
    if (s.startsWith("<!--", at)) {
      int end = s.indexOf("-->", at + 2);
      return end < 0 || end >= length ? length : end + 3;
    }
    char first = at + 1 < length ? chars[at + 1] : ' ';
    if (first == '!' || first == '?') {
      int end = s.indexOf('>', at);
      return end < 0 ? length : end + 1;
    }
    boolean closing = first == '/';
    int i = at + (closing ? 2 : 1);
    int nameFrom = i;
    while (i < length
        && (Character.isLetterOrDigit(chars[i]) || chars[i] == ':' || chars[i] == '-')) {
      i++;
    }
    if (i == nameFrom || !Character.isLetter(chars[nameFrom])) {
      put('<', at);
      return at + 1;
    }
    String name = s.substring(nameFrom, i).toLowerCase(Locale.ROOT);
    if (closing) {
      int end = s.indexOf('>', i);
      close(name);
      return end < 0 ? length : end + 1;
    }
    if (CLOSED_BY_THEMSELVES.contains(name)) {
      closeItself(name);
    }
    Style wanted = style;
    String classes = "";
    String id = "";
    String inline = "";
    String target = "";
    String alt = "";
    int altAt = -1;
    String width = "";
    String height = "";
    boolean anchored = false;
    boolean hiddenAttribute = false;
    while (i < length && chars[i] != '>') {
      char c = chars[i];
      if (c <= ' ' || c == '/' || c == '"' || c == '\'') {
        i++;
        continue;
      }
      int keyFrom = i;
      while (i < length && chars[i] > ' ' && chars[i] != '=' && chars[i] != '>') {
        i++;
      }
      String key = s.substring(keyFrom, i).toLowerCase(Locale.ROOT);
      int look = i;
      while (look < length && chars[look] <= ' ') {
        look++;
      }
      int valueFrom = look;
      int valueTo = look;
      if (look < length && chars[look] == '=') {
        look++;
        while (look < length && chars[look] <= ' ') {
          look++;
        }
        if (look < length && (chars[look] == '"' || chars[look] == '\'')) {
          int quote = s.indexOf(chars[look], look + 1);
          valueFrom = look + 1;
          valueTo = quote < 0 || quote > length ? length : quote;
          i = Math.min(length, valueTo + 1);
        } else {
          valueFrom = look;
          while (look < length && chars[look] > ' ' && chars[look] != '>') {
            look++;
          }
          valueTo = look;
          i = look;
        }
      } else if (i == keyFrom) {
        i++;
        continue;
      }
      switch (key) {
        case "style" -> inline = s.substring(valueFrom, valueTo);
        case "class" -> classes = s.substring(valueFrom, valueTo);
        case "id" -> id = s.substring(valueFrom, valueTo);
        case "href" -> {
          target = s.substring(valueFrom, valueTo).strip();
          anchored = true;
        }
        case "alt" -> {
          alt = s.substring(valueFrom, valueTo);
          altAt = valueFrom;
        }
        case "width" -> width = s.substring(valueFrom, valueTo);
        case "height" -> height = s.substring(valueFrom, valueTo);
        case "hidden" -> hiddenAttribute = true;
        case "color", "text" ->
            wanted = wanted.colored(s.substring(valueFrom, valueTo).toLowerCase(Locale.ROOT));
        case "background" -> wanted = wanted.onImage();
        case "bgcolor" ->
            wanted = wanted.on(s.substring(valueFrom, valueTo).toLowerCase(Locale.ROOT));
        default -> {
          // says nothing of what is seen
        }
      }
    }
    i = Math.min(length, i + 1);
    if (UNSEEN.contains(name)) {
      int end = indexOf("</" + name, i);
      if (end < 0) {
        return name.equals("svg") || name.equals("object") || name.equals("xml") ? i : length;
      }
      int close = s.indexOf('>', end);
      return close < 0 ? length : close + 1;
    }
    if (hiddenAttribute) {
      wanted = wanted.hide();
    }
    wanted = styled(wanted, name, classes, id, inline);
    if (BLOCKS.contains(name)) {
      line = true;
      hiddenSpace = true;
    }
    if (name.equals("a") && anchored) {
      endLink();
      linkFrom = text.length();
      linkTarget = target.indexOf('&') >= 0 ? target.replace("&amp;", "&") : target;
    }
    if (name.equals("img")) {
      image(wanted, alt, altAt, width, height);
    } else if (name.equals("input") && !alt.isEmpty()) {
      image(wanted, alt, altAt, width, height);
    } else if (!VOID.contains(name)) {
      if (open.size() < DEEPEST) {
        open.push(new Open(name, style, wanted));
        become(wanted);
      }
    }
    return i;
  }

  private Style styled(Style base, String name, String classes, String id, String inline) {
    Style result = base;
    if (!rules.isEmpty()) {
      result = ruled(result, name);
      if (!classes.isEmpty() && classes.length() < 500) {
        for (String one : classes.toLowerCase(Locale.ROOT).split("\\s", -1)) {
          if (!one.isEmpty()) {
            result = ruled(result, "." + one);
            result = ruled(result, name + "." + one);
          }
        }
      }
      if (!id.isEmpty()) {
        result = ruled(result, "#" + id.toLowerCase(Locale.ROOT));
      }
    }
    return inline.isEmpty()
        ? result
        : result.with(inlines.computeIfAbsent(inline, Declarations::parse));
  }

  private Style ruled(Style base, String selector) {
    Declarations declarations = rules.get(selector);
    return declarations == null ? base : base.with(declarations);
  }

  private void image(Style wanted, String alt, int altAt, String width, String height) {
    boolean pixel = isTiny(width) || isTiny(height);
    if (!pixel && !wanted.hidden()) {
      images++;
    }
    if (altAt >= 0 && !alt.isBlank() && !wanted.hidden()) {
      Style before = style;
      become(new Style(style.hidden(), Math.max(style.size(), 10), 0, -1));
      put(' ', altAt);
      int end = altAt + Math.min(alt.length(), 1000);
      for (int i = altAt; i < end; ) {
        if (chars[i] == '&') {
          i = entity(i, end);
        } else {
          put(chars[i], i);
          i++;
        }
      }
      put(' ', end - 1);
      become(before);
    }
  }

  private static boolean isTiny(String size) {
    return size.equals("1") || size.equals("0") || size.equals("1px") || size.equals("0px");
  }

  private void close(String name) {
    if (BLOCKS.contains(name)) {
      line = true;
      hiddenSpace = true;
    }
    if (name.equals("a")) {
      endLink();
    }
    int depth = 0;
    boolean found = false;
    for (Open o : open) {
      depth++;
      if (o.name().equals(name)) {
        found = true;
        break;
      }
      if (depth > 24 || (o.name().equals("table") && !name.equals("table"))) {
        break;
      }
    }
    if (found) {
      Style before = style;
      for (int n = 0; n < depth; n++) {
        before = open.pop().before();
      }
      become(before);
    }
  }

  private void closeItself(String name) {
    int depth = 0;
    for (Open o : open) {
      depth++;
      if (o.name().equals(name)) {
        Style before = style;
        for (int n = 0; n < depth; n++) {
          before = open.pop().before();
        }
        become(before);
        return;
      }
      if (depth > 8 || o.name().equals("table") || o.name().equals("ul") || o.name().equals("ol")) {
        return;
      }
      if (o.name().equals("td") && !name.equals("td") && !name.equals("th") && !name.equals("tr")) {
        return;
      }
    }
  }

  private void become(Style wanted) {
    if (wanted.equals(style)) {
      return;
    }
    style = wanted;
    invisible = wanted.isInvisible();
    String why = invisible ? "" : wanted.faintness();
    if (!why.equals(faintness)) {
      endFaint();
      faintness = why;
      faintFrom = text.length();
    }
  }

  private void endFaint() {
    if (!faintness.isEmpty() && text.length() > faintFrom) {
      faint.add(new VisibleText.Faint(faintFrom, text.length(), faintness));
    }
    faintFrom = text.length();
  }

  private void endLink() {
    if (linkFrom >= 0) {
      int from = linkFrom;
      while (from < text.length() && text.charAt(from) <= ' ') {
        from++;
      }
      links.add(new VisibleText.Link(from, text.length(), linkTarget));
      linkFrom = -1;
    }
  }

  private int entity(int at, int limit) {
    int end = at + 1;
    while (end < limit && end - at < 32 && isEntityPart(chars[end], end == at + 1)) {
      end++;
    }
    String name = s.substring(at + 1, end);
    int after = end < limit && chars[end] == ';' ? end + 1 : end;
    if (name.startsWith("#")) {
      int code = number(name);
      if (code > 0 && Character.isValidCodePoint(code)) {
        if (Character.isBmpCodePoint(code)) {
          put((char) code, at);
        } else {
          put(Character.highSurrogate(code), at);
          put(Character.lowSurrogate(code), at);
        }
        return after;
      }
    } else if (!name.isEmpty()) {
      String value = named(name);
      if (!value.isEmpty()) {
        for (int i = 0; i < value.length(); i++) {
          put(value.charAt(i), at);
        }
        return after;
      }
    }
    put('&', at);
    return at + 1;
  }

  private static String named(String name) {
    return switch (name) {
      case "nbsp" -> " ";
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "copy" -> "\u00a9";
      case "zwnj" -> "\u200c";
      default -> Entities.isNamedEntity(name) ? Entities.getByName(name) : "";
    };
  }

  private static boolean isEntityPart(char c, boolean first) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (first && c == '#');
  }

  private static int number(String name) {
    try {
      if (name.length() > 2 && (name.charAt(1) == 'x' || name.charAt(1) == 'X')) {
        return Integer.parseInt(name.substring(2), 16);
      }
      return Integer.parseInt(name.substring(1));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private void put(char c, int at) {
    if (c <= ' ' || c == '\u00a0' || c == '\u3000') {
      space = true;
      hiddenSpace = true;
      return;
    }
    if (PlainText.isInvisible(c)) {
      return;
    }
    if (invisible) {
      if (hidden.length() < 100_000) {
        if (hiddenSpace) {
          hidden.append(' ');
          hiddenSpace = false;
        }
        hidden.append(c);
      }
      return;
    }
    if ((space || line) && text.length() > 0) {
      append(line ? '\n' : ' ', Math.max(0, at - 1));
    }
    space = false;
    line = false;
    append(c, at);
  }

  private void append(char c, int at) {
    if (text.length() + 1 >= places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[text.length()] = at;
    text.append(c);
  }
}
