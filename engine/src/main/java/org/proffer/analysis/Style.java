package org.proffer.analysis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The look that decides whether text can be read. Colors are {@code 0xRRGGBB}, or -1 where they are
 * not known.
 *
 * @param hidden kept from view
 * @param size font size in pixels
 * @param color of the letters
 * @param background behind the letters
 */
@SuppressWarnings({"OperatorPrecedence"})
record Style(boolean hidden, double size, int color, int background) {
  static final Style PLAIN = new Style(false, 16, 0x000000, 0xffffff);

  /** This look after the declarations of a style attribute or rule. */
  Style with(String declarations) {
    Style style = this;
    boolean zeroHeight = false;
    boolean clipped = false;
    int length = declarations.length();
    for (int at = 0; at < length; ) {
      int end = declarations.indexOf(';', at);
      if (end < 0) {
        end = length;
      }
      int colon = declarations.indexOf(':', at);
      if (colon > at && colon < end) {
        String name = declarations.substring(at, colon).strip().toLowerCase(Locale.ROOT);
        switch (name) {
          case "display",
              "visibility",
              "opacity",
              "font-size",
              "font",
              "color",
              "background",
              "background-color",
              "max-height",
              "height",
              "overflow" -> {
            String value = declarations.substring(colon + 1, end).strip().toLowerCase(Locale.ROOT);
            int important = value.indexOf('!');
            if (important >= 0) {
              value = value.substring(0, important).strip();
            }
            switch (name) {
              case "display" -> {
                if (value.equals("none")) {
                  style = style.hide();
                }
              }
              case "visibility" -> {
                if (value.equals("hidden") || value.equals("collapse")) {
                  style = style.hide();
                }
              }
              case "opacity" -> {
                if (value.equals("0") || value.equals("0.0")) {
                  style = style.hide();
                }
              }
              case "font-size" -> style = style.sized(value);
              case "font" -> {
                for (String word : value.split("[ /]", 8)) {
                  if (!word.isEmpty() && Character.isDigit(word.charAt(0)) && word.length() > 2) {
                    style = style.sized(word);
                    break;
                  }
                }
              }
              case "color" -> style = style.colored(value);
              case "background", "background-color" -> style = style.on(value);
              case "max-height", "height" -> zeroHeight |= value.equals("0") || value.equals("0px");
              default -> clipped |= value.equals("hidden");
            }
          }
          default -> {
            // says nothing of legibility
          }
        }
      }
      at = end + 1;
    }
    return zeroHeight && clipped ? style.hide() : style;
  }

  Style hide() {
    return hidden ? this : new Style(true, size, color, background);
  }

  Style colored(@Nullable String value) {
    int rgb = value == null ? -1 : rgb(value);
    return rgb < 0 ? this : new Style(hidden, size, rgb, background);
  }

  Style on(@Nullable String value) {
    if (value == null) {
      return this;
    }
    if (value.contains("url(") || value.contains("gradient")) {
      return new Style(hidden, size, color, -1);
    }
    int rgb = rgb(value);
    return rgb < 0 ? this : new Style(hidden, size, color, rgb);
  }

  private Style sized(String value) {
    int digits = 0;
    while (digits < value.length()
        && digits < 8
        && (Character.isDigit(value.charAt(digits)) || value.charAt(digits) == '.')) {
      digits++;
    }
    if (digits == 0 || value.charAt(0) == '.' && digits == 1) {
      return this;
    }
    double number;
    try {
      number = Double.parseDouble(value.substring(0, digits));
    } catch (NumberFormatException e) {
      return this;
    }
    String unit = value.substring(digits).strip();
    double pixels =
        switch (unit) {
          case "pt" -> number * 4 / 3;
          case "em" -> number * size;
          case "rem" -> number * 16;
          case "%" -> number * size / 100;
          default -> number;
        };
    return new Style(hidden, pixels, color, background);
  }

  /** Why the letters are hard to read; empty where they are not. */
  String faintness() {
    if (size > 0 && size < 8) {
      return "set in " + Math.round(size) + " px type";
    }
    if (color >= 0 && background >= 0) {
      double ratio = contrast();
      if (ratio < 1.6) {
        return "almost the color of its background";
      }
    }
    return "";
  }

  /** Whether the letters cannot be seen at all. */
  boolean isInvisible() {
    return hidden || size < 2;
  }

  private double contrast() {
    double a = luminance(color);
    double b = luminance(background);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * channel(rgb >> 16 & 255)
        + 0.7152 * channel(rgb >> 8 & 255)
        + 0.0722 * channel(rgb & 255);
  }

  private static double channel(int value) {
    double c = value / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int rgb(String value) {
    int hash = value.indexOf('#');
    if (hash >= 0) {
      int end = hash + 1;
      while (end < value.length() && Character.digit(value.charAt(end), 16) >= 0) {
        end++;
      }
      String digits = value.substring(hash + 1, end);
      if (digits.length() == 6) {
        return Integer.parseInt(digits, 16);
      }
      if (digits.length() == 3) {
        int n = Integer.parseInt(digits, 16);
        return (n >> 8 & 15) * 0x110000 + (n >> 4 & 15) * 0x1100 + (n & 15) * 0x11;
      }
      return -1;
    }
    if (value.startsWith("rgb(")) {
      String[] parts = value.substring(4).replace(")", "").split(",", 4);
      if (parts.length == 3) {
        int rgb = 0;
        for (String part : parts) {
          String digits = part.strip();
          if (digits.isEmpty()
              || digits.length() > 3
              || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
          }
          rgb = rgb << 8 | Math.min(255, Integer.parseInt(digits));
        }
        return rgb;
      }
      return -1;
    }
    return switch (value) {
      case "white" -> 0xffffff;
      case "black" -> 0x000000;
      case "red" -> 0xff0000;
      case "blue" -> 0x0000ff;
      case "green" -> 0x008000;
      case "yellow" -> 0xffff00;
      case "gray", "grey" -> 0x808080;
      case "silver" -> 0xc0c0c0;
      case "navy" -> 0x000080;
      case "maroon" -> 0x800000;
      case "orange" -> 0xffa500;
      default -> -1;
    };
  }
}
