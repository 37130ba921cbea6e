package org.proffer.documents;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as it can be printed: what XML forbids, what no typeface has, and what is not to be seen
 * (marks of direction, joiners, spaces without width) is shown by its code point and its name,
 * never dropped, and acts on nothing.
 */
final class Printable {
  private static final Pattern CODE = Pattern.compile("\\[U\\+(\\p{XDigit}{4,6})[^\\[\\]]*]");

  private Printable() {}

  /** For the body of a document. */
  static String text(String text) {
    return text(text, CourtFonts::shows);
  }

  /** For the margins of its pages, which know the typeface of the text alone. */
  static String margin(String text) {
    return text(text, CourtFonts::isText);
  }

  private static String text(String text, IntPredicate shown) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t') {
                printable.append(' ');
              } else if (c < 0x20 || (c >= 0xD800 && c <= 0xDFFF) || !shown.test(c)) {
                printable.append(code(c));
              } else {
                printable.appendCodePoint(c);
              }
            });
    return printable.toString();
  }

  private static String code(int c) {
    String number = String.format(Locale.ROOT, "%04X", c);
    String name = Character.isValidCodePoint(c) ? Character.getName(c) : null;
    return name == null || name.endsWith(number)
        ? "[U+" + number + "]"
        : "[U+" + number + " " + name + "]";
  }

  /** What a printed text stood for: two texts that were printed alike or not mean the same. */
  static String meant(String printed) {
    if (!printed.contains("[U+")) {
      return printed;
    }
    return CODE.matcher(printed)
        .replaceAll(
            code -> {
              int c = Integer.parseInt(code.group(1), 16);
              return Matcher.quoteReplacement(
                  Character.isValidCodePoint(c) ? Character.toString(c) : code.group());
            });
  }
}
