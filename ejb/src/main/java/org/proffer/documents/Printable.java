package org.proffer.documents;

/**
 * Text as it can be printed: what XML forbids or no typeface has is shown by its code point, never
 * dropped.
 */
final class Printable {
  private Printable() {}

  static String text(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t') {
                printable.append(' ');
              } else if (c < 0x20 || (c >= 0xD800 && c <= 0xDFFF) || !CourtFonts.shows(c)) {
                printable.append(String.format("[U+%04X]", c));
              } else {
                printable.appendCodePoint(c);
              }
            });
    return printable.toString();
  }
}
