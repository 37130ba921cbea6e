package org.proffer.analysis;

import java.util.Map;

/**
 * The main language of a body, by its letters and its commonest words.
 *
 * @param tag BCP 47; {@code und} where it cannot be told
 */
record Language(String tag) {
  private static final int SAMPLE = 4000;
  private static final Map<Topic, String> LATIN =
      Map.of(
          Topic.ENGLISH, "en",
          Topic.GERMAN, "de",
          Topic.FRENCH, "fr",
          Topic.SPANISH, "es",
          Topic.ITALIAN, "it",
          Topic.DUTCH, "nl",
          Topic.PORTUGUESE, "pt",
          Topic.SWEDISH, "sv");

  static Language of(Body body) {
    VisibleText text = body.main();
    String script = script(text.text());
    if (!script.isEmpty()) {
      return new Language(script);
    }
    Topic best = Topic.ENGLISH;
    for (Topic topic : Topic.values()) {
      if (topic.onlyCounted() && text.hits().count(topic) > text.hits().count(best)) {
        best = topic;
      }
    }
    String tag = LATIN.get(best);
    return new Language(text.hits().count(best) < 2 || tag == null ? "und" : tag);
  }

  private static String script(String text) {
    int letters = 0;
    int[] seen = new int[8];
    int step = Math.max(1, text.length() / SAMPLE);
    for (int i = 0; i < text.length(); i += step) {
      char c = text.charAt(i);
      if (!Character.isLetter(c)) {
        continue;
      }
      letters++;
      if (c < 0x250) {
        seen[0]++;
      } else if (c >= 0x3040 && c < 0x3100) {
        seen[1]++;
      } else if (c >= 0x4e00 && c < 0xa000) {
        seen[2]++;
      } else if (c >= 0xac00 && c < 0xd7b0) {
        seen[3]++;
      } else if (c >= 0x400 && c < 0x530) {
        seen[4]++;
      } else if (c >= 0x600 && c < 0x700) {
        seen[5]++;
      } else if (c >= 0x590 && c < 0x600) {
        seen[6]++;
      } else if (c >= 0x370 && c < 0x400) {
        seen[7]++;
      }
    }
    if (letters < 8 || seen[0] * 2 > letters) {
      return "";
    }
    if (seen[1] * 10 > letters) {
      return "ja";
    }
    String[] tags = {"", "ja", "zh", "ko", "ru", "ar", "he", "el"};
    int best = 1;
    for (int i = 2; i < seen.length; i++) {
      best = seen[i] > seen[best] ? i : best;
    }
    return seen[best] * 3 > letters ? tags[best] : "";
  }

  /** Whether the words of this language are known well enough that their absence says something. */
  boolean isJudged() {
    return switch (tag) {
      case "en", "de", "fr", "es", "it", "nl", "pt", "und" -> true;
      default -> false;
    };
  }
}
