package org.proffer.analysis;

/**
 * The look that decides whether text can be read. Colors are {@code 0xRRGGBB}, or -1 where they are
 * not known.
 *
 * @param hidden kept from view
 * @param size font size in pixels
 * @param color of the letters
 * @param background behind the letters
 */
record Style(boolean hidden, double size, int color, int background) {
  static final Style PLAIN = new Style(false, 16, 0x000000, 0xffffff);

  private static final double TINY = 8;
  private static final double UNSEEN = 2;
  private static final double FAINT = 1.6;

  /** This look after the declarations. */
  Style with(Declarations d) {
    double newSize = d.size() < 0 ? size : d.relative() ? d.size() * size : d.size();
    int newColor = d.color() == Declarations.UNSAID ? color : d.color();
    int newBackground = d.background() == Declarations.UNSAID ? background : d.background();
    boolean newHidden = hidden || d.hides();
    return newHidden == hidden
            && newSize == size
            && newColor == color
            && newBackground == background
        ? this
        : new Style(newHidden, newSize, newColor, newBackground);
  }

  Style hide() {
    return hidden ? this : new Style(true, size, color, background);
  }

  /** This look with letters of the color, where the value is understood. */
  Style colored(String value) {
    int rgb = Colors.rgb(value);
    return rgb < 0 ? this : new Style(hidden, size, rgb, background);
  }

  /** This look on a background of the color, where the value is understood. */
  Style on(String value) {
    int rgb = Colors.rgb(value);
    return rgb < 0 ? this : new Style(hidden, size, color, rgb);
  }

  /** This look on an image. */
  Style onImage() {
    return new Style(hidden, size, color, -1);
  }

  /** Why the letters are hard to read; empty where they are not. */
  String faintness() {
    if (size > 0 && size < TINY) {
      return "set in " + Math.round(size) + " px type";
    }
    if (color >= 0 && background >= 0 && Colors.contrast(color, background) < FAINT) {
      return "almost the color of its background";
    }
    return "";
  }

  /** Whether the letters cannot be seen at all. */
  boolean isInvisible() {
    return hidden || size < UNSEEN;
  }
}
