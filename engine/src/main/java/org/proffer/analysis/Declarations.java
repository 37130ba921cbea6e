package org.proffer.analysis;

import java.util.Locale;

/**
 * What the declarations of a style attribute or rule say of legibility.
 *
 * @param hides kept from view
 * @param size number of the font size; -1 where none is declared
 * @param relative whether the size is in multiples of the surrounding one
 * @param color of the letters; {@link #UNSAID} where none is declared
 * @param background behind the letters; {@link #UNSAID} where none is declared, -1 for an image
 */
record Declarations(boolean hides, double size, boolean relative, int color, int background) {
  static final int UNSAID = -2;
  static final Declarations NONE = new Declarations(false, -1, false, UNSAID, UNSAID);

  static Declarations parse(String text) {
    boolean hides = false;
    boolean zeroHeight = false;
    boolean clipped = false;
    double size = -1;
    boolean relative = false;
    int color = UNSAID;
    int background = UNSAID;
    int length = text.length();
    for (int at = 0; at < length; ) {
      int end = text.indexOf(';', at);
      if (end < 0) {
        end = length;
      }
      int colon = text.indexOf(':', at);
      if (colon > at && colon < end) {
        String name = text.substring(at, colon).strip().toLowerCase(Locale.ROOT);
        String value = text.substring(colon + 1, end).strip().toLowerCase(Locale.ROOT);
        int important = value.indexOf('!');
        if (important >= 0) {
          value = value.substring(0, important).strip();
        }
        switch (name) {
          case "display" -> hides |= value.equals("none");
          case "visibility" -> hides |= value.equals("hidden") || value.equals("collapse");
          case "opacity" -> hides |= value.equals("0") || value.equals("0.0");
          case "font-size", "font" -> {
            int from = name.equals("font") ? firstSize(value) : 0;
            int digits = from;
            while (digits < value.length()
                && digits - from < 8
                && (Character.isDigit(value.charAt(digits)) || value.charAt(digits) == '.')) {
              digits++;
            }
            double number = number(value.substring(from, digits));
            if (number >= 0) {
              String unit = value.substring(digits).strip();
              relative = unit.startsWith("em") || unit.startsWith("%");
              size =
                  unit.startsWith("pt")
                      ? number * 4 / 3
                      : unit.startsWith("rem")
                          ? number * 16
                          : unit.startsWith("%") ? number / 100 : number;
            }
          }
          case "color" -> color = said(Colors.rgb(value), color);
          case "background", "background-color" ->
              background =
                  value.contains("url(") || value.contains("gradient")
                      ? -1
                      : said(Colors.rgb(value), background);
          case "max-height", "height" -> zeroHeight |= value.equals("0") || value.equals("0px");
          case "overflow" -> clipped |= value.equals("hidden");
          default -> {
            // says nothing of legibility
          }
        }
      }
      at = end + 1;
    }
    return new Declarations(hides || (zeroHeight && clipped), size, relative, color, background);
  }

  private static int said(int rgb, int before) {
    return rgb < 0 ? before : rgb;
  }

  /** Where the size begins in the value of {@code font}: the first number with a unit. */
  private static int firstSize(String value) {
    for (int i = 0; i + 2 < value.length(); i++) {
      boolean wordStart = i == 0 || value.charAt(i - 1) == ' ';
      if (wordStart && Character.isDigit(value.charAt(i)) && value.charAt(i + 2) != '0') {
        return i;
      }
    }
    return value.length();
  }

  private static double number(String digits) {
    if (digits.isEmpty() || digits.equals(".")) {
      return -1;
    }
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
