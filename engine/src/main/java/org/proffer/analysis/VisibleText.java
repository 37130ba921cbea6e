package org.proffer.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Span;
import org.proffer.mail.DecodedText;

/**
 * The text of one part as a reader sees it: white space collapsed (a line break stays one), hidden
 * text left out, every character with its place in the source.
 */
final class VisibleText {
  private final String section;
  private final DecodedText source;
  private final boolean html;
  private final String text;
  private final int[] places;
  private final List<Link> links;
  private final List<Faint> faint;
  private final int images;
  private final String hidden;
  private final Hits hits;
  private @Nullable List<Hits.Hit> optOutWords;

  /**
   * Something to follow: an anchor, or an address written out.
   *
   * @param start first character of its visible words
   * @param end character after the last
   * @param target the address; empty where it leads nowhere
   */
  record Link(int start, int end, String target) {
    /** Whether following it can reach somebody over the Internet. */
    boolean leadsSomewhere() {
      String t = target.toLowerCase(Locale.ROOT);
      return t.length() > 1
          && t.charAt(0) != '#'
          && !t.startsWith("tel:")
          && !t.startsWith("sms:")
          && !t.startsWith("javascript:")
          && !t.startsWith("[");
    }
  }

  /**
   * A stretch that is hard to read.
   *
   * @param start first character
   * @param end character after the last
   * @param why for a person
   */
  record Faint(int start, int end, String why) {}

  VisibleText(
      String section,
      DecodedText source,
      boolean html,
      String text,
      int[] places,
      List<Link> links,
      List<Faint> faint,
      int images,
      String hidden) {
    this.section = section;
    this.source = source;
    this.html = html;
    this.text = text;
    this.places = places;
    this.links = links.stream().sorted(Comparator.comparingInt(Link::start)).toList();
    this.faint = List.copyOf(faint);
    this.images = images;
    this.hidden = hidden;
    this.hits = Lexicon.get().read(text);
  }

  String section() {
    return section;
  }

  boolean isHtml() {
    return html;
  }

  String text() {
    return text;
  }

  List<Link> links() {
    return links;
  }

  /** Images that are large enough to be read, or of unknown size. */
  int images() {
    return images;
  }

  /** The text that styles keep from the reader. */
  String hidden() {
    return hidden;
  }

  Hits hits() {
    return hits;
  }

  /** Why the words between are hard to read; empty where they are not. */
  String faintness(int start, int end) {
    for (Faint f : faint) {
      if (f.start() < end && start < f.end()) {
        return f.why();
      }
    }
    return "";
  }

  /** The link that covers the place, if any. */
  Optional<Link> linkAt(int place) {
    int at = firstLinkFrom(place + 1) - 1;
    for (int i = at; i >= 0 && i > at - 4; i--) {
      if (links.get(i).start() <= place && place < links.get(i).end()) {
        return Optional.of(links.get(i));
      }
    }
    return Optional.empty();
  }

  /** The index, among the links, of the first that starts at the place or after it. */
  int firstLinkFrom(int place) {
    int low = 0;
    int high = links.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (links.get(middle).start() >= place) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The places where the text says that mail can be stopped. */
  List<Hits.Hit> optOutWords() {
    List<Hits.Hit> words = optOutWords;
    if (words == null) {
      words = OptOutWords.in(this);
      optOutWords = words;
    }
    return words;
  }

  /** The words between two places, as evidence. */
  Span span(int start, int end) {
    int from = start;
    int to = Math.min(end, text.length());
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from >= to) {
      return new Span(section, 0, 0, "");
    }
    int first = places[from];
    int last = places[to - 1] + 1;
    if (html && source.text().charAt(last - 1) == '&') {
      int semicolon = source.text().indexOf(';', last);
      if (semicolon > 0 && semicolon - last < 32) {
        last = semicolon + 1;
      }
    }
    last = Math.max(first, Math.min(last, source.text().length()));
    int offset = bytes(0, first);
    return new Span(section, offset, bytes(first, last), text.substring(from, to));
  }

  /** The line that holds the place, up to {@code most} characters on either side of it. */
  Span lineAround(int start, int end, int most) {
    int from = start;
    while (from > 0 && start - from < most && text.charAt(from - 1) != '\n') {
      from--;
    }
    int to = end;
    while (to < text.length() && to - end < most && text.charAt(to) != '\n') {
      to++;
    }
    while (from > 0 && from < start && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from++;
    }
    return span(from, to);
  }

  private int bytes(int from, int to) {
    return source.byteOffset(to) - source.byteOffset(from);
  }
}
