package org.proffer.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * A script that is not set in the typeface of the text: names of people and firms, and words of
 * messages. A run of it gets an element of its own, which is set from right to left where the
 * script is, apart from the words around it.
 */
enum Script {
  HEBREW("CourtSerif-Regular.ttf", true),
  ARABIC("CourtArabic-Regular.ttf", true),
  HAN("CourtHan-Regular.ttf", false),
  EMOJI("CourtEmoji-Regular.ttf", false);

  /** Below it no character is of any of the scripts. */
  private static final int FIRST = 0x0590;

  private static final Map<Script, CmapLookup> CHARACTERS = new ConcurrentHashMap<>();

  private final String file;
  private final boolean rightToLeft;

  Script(String file, boolean rightToLeft) {
    this.file = file;
    this.rightToLeft = rightToLeft;
  }

  /** The script of a character; empty if it is set in the typeface of the text, or in none. */
  static Optional<Script> of(int codePoint) {
    if (codePoint < FIRST) {
      return Optional.empty();
    }
    for (Script script : values()) {
      if (script.has(codePoint)) {
        return Optional.of(script);
      }
    }
    return Optional.empty();
  }

  /** The name of the elements of its runs. */
  String mark() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean has(int codePoint) {
    return within(codePoint) && lookup().getGlyphId(codePoint) != 0;
  }

  /**
   * The characters a script is asked for. The joined forms of Arabic letters are no characters of a
   * text: whoever wrote one has it printed by its code point.
   */
  private boolean within(int codePoint) {
    return switch (this) {
      case HEBREW -> codePoint <= 0x05FF || (codePoint >= 0xFB1D && codePoint <= 0xFB4F);
      case ARABIC -> codePoint >= 0x0600 && codePoint <= 0x077F;
      case HAN -> codePoint >= 0x2E80 && codePoint <= 0xFFEF && !CourtFonts.isText(codePoint);
      case EMOJI -> codePoint >= 0x2190 && !CourtFonts.isText(codePoint);
    };
  }

  /** The characters of its typeface, read when the first is asked for. */
  CmapLookup lookup() {
    return CHARACTERS.computeIfAbsent(this, script -> CourtFonts.characters(script.file));
  }

  /** Puts each run of a script into an element of its own, through the whole body. */
  static void mark(Document document) {
    List<TextNode> texts = new ArrayList<>();
    document
        .body()
        .traverse(
            (node, depth) -> {
              if (node instanceof TextNode text
                  && text.getWholeText().codePoints().anyMatch(c -> of(c).isPresent())) {
                texts.add(text);
              }
            });
    texts.forEach(Script::mark);
    for (Element line : document.body().select(".message p")) {
      if (!texts.isEmpty() && beginsFromTheRight(line.wholeText())) {
        line.attr("dir", "rtl").addClass("rtl");
      }
    }
  }

  private static boolean beginsFromTheRight(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(c -> of(c).map(script -> script.rightToLeft).orElse(false))
        .findFirst()
        .orElse(false);
  }

  private static void mark(TextNode text) {
    String whole = text.getWholeText();
    int from = 0;
    int at = 0;
    while (at < whole.length()) {
      int c = whole.codePointAt(at);
      Optional<Script> script = of(c);
      if (script.isEmpty()) {
        at += Character.charCount(c);
        continue;
      }
      int until = script.get().endOfRun(whole, at);
      if (at > from) {
        text.before(new TextNode(whole.substring(from, at)));
      }
      Element run = new Element("span").addClass(script.get().mark());
      if (script.get().rightToLeft) {
        run.attr("dir", "rtl");
      }
      run.appendChild(new TextNode(whole.substring(at, until)));
      text.before(run);
      from = until;
      at = until;
    }
    if (from < whole.length()) {
      text.before(new TextNode(whole.substring(from)));
    }
    text.remove();
  }

  /** Where a run ends: what is no letter belongs to it if it goes on behind. */
  private int endOfRun(String text, int begin) {
    int end = begin;
    int at = begin;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      Optional<Script> script = of(c);
      at += Character.charCount(c);
      if (script.isPresent()) {
        if (script.get() != this) {
          return end;
        }
        end = at;
      } else if (Character.isLetter(c) || c == '[') {
        return end;
      }
    }
    return end;
  }
}
