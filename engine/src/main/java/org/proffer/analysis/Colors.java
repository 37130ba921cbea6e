package org.proffer.analysis;

/** Colors of CSS and HTML as {@code 0xRRGGBB}, and how far two of them stand apart. */
final class Colors {
  private Colors() {}

  /** The color of a lower-case value; -1 where it is not known. */
  static int rgb(String value) {
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
      return triple(value);
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

  private static int triple(String value) {
    int rgb = 0;
    int numbers = 0;
    int at = 4;
    while (at < value.length() && numbers < 3) {
      char c = value.charAt(at);
      if (c >= '0' && c <= '9') {
        int n = 0;
        int digits = 0;
        while (at < value.length() && Character.isDigit(value.charAt(at)) && digits < 4) {
          n = n * 10 + Character.digit(value.charAt(at), 10);
          at++;
          digits++;
        }
        rgb = rgb << 8 | Math.min(255, n);
        numbers++;
      } else if (c == ',' || c == ' ') {
        at++;
      } else {
        return -1;
      }
    }
    return numbers == 3 ? rgb : -1;
  }

  /** Contrast ratio, 1 to 21, as the Web Content Accessibility Guidelines 2.2 define it. */
  static double contrast(int a, int b) {
    double one = luminance(a);
    double other = luminance(b);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
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
}
