package org.proffer.authentication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A macro string of RFC 7208 section 7, checked against the grammar when it is read.
 *
 * @param pieces literal text and macros in order
 */
record SpfMacro(List<Piece> pieces) {
  private static final Pattern MACRO =
      Pattern.compile("%\\{([A-Za-z])(\\d{0,9})([rR]?)([.\\-+,/_=]{0,64})\\}");
  private static final Pattern TOP_LABEL =
      Pattern.compile("(?=[A-Za-z0-9-]*[A-Za-z-])[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?");
  private static final int LONGEST_NAME = 253;

  /**
   * A piece of a macro string.
   *
   * @param text the literal text; empty for a macro
   * @param letter the macro letter as written; 0 for literal text
   * @param parts how many right-hand parts to keep; 0 for all
   * @param reversed whether the parts are put in reverse order
   * @param delimiters at which characters the value is split
   */
  record Piece(String text, char letter, int parts, boolean reversed, String delimiters) {
    static Piece literal(String text) {
      return new Piece(text, (char) 0, 0, false, "");
    }
  }

  /** The value of a macro letter in lower case. */
  @FunctionalInterface
  interface Values {
    String of(char letter) throws NotRecorded, Stopped;
  }

  /** The domain-spec of a mechanism or modifier. */
  static SpfMacro domainSpec(String written) throws Stopped {
    SpfMacro macro = read(written, "slodiphv", false);
    if (macro.pieces.isEmpty()) {
      throw Stopped.permanently("a domain-spec is empty");
    }
    Piece last = macro.pieces.get(macro.pieces.size() - 1);
    if (last.letter() == 0
        && !written.endsWith("%%")
        && !written.endsWith("%_")
        && !written.endsWith("%-")
        && !endsInTopLabel(last.text())) {
      throw Stopped.permanently("'" + written + "' does not end in a domain name");
    }
    return macro;
  }

  /** The value of an unknown modifier, which is read for its syntax only. */
  static void modifierValue(String written) throws Stopped {
    read(written, "slodiphv", false);
  }

  /** The text of an explanation, in which spaces and three more macros are allowed. */
  static SpfMacro explanation(String written) throws Stopped {
    return read(written, "slodiphvcrt", true);
  }

  private static boolean endsInTopLabel(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    int dot = name.lastIndexOf('.');
    return dot >= 0 && isTopLabel(name.substring(dot + 1));
  }

  static boolean isTopLabel(String label) {
    return TOP_LABEL.matcher(label).matches();
  }

  private static SpfMacro read(String written, String letters, boolean spaces) throws Stopped {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    Matcher macro = MACRO.matcher(written);
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c != '%') {
        if (c < (spaces ? 0x20 : 0x21) || c > 0x7e) {
          throw Stopped.permanently("a character that is not allowed: code " + (int) c);
        }
        literal.append(c);
        continue;
      }
      char next = i + 1 < written.length() ? written.charAt(i + 1) : ' ';
      if (next == '%' || next == '_' || next == '-') {
        literal.append(next == '%' ? "%" : next == '_' ? " " : "%20");
        i++;
        continue;
      }
      macro.region(i, written.length());
      if (!macro.lookingAt()
          || letters.indexOf(Character.toLowerCase(macro.group(1).charAt(0))) < 0) {
        throw Stopped.permanently("a macro is malformed at '" + written.substring(i) + "'");
      }
      if (!literal.isEmpty()) {
        pieces.add(Piece.literal(literal.toString()));
        literal.setLength(0);
      }
      pieces.add(piece(macro));
      i = macro.end() - 1;
    }
    if (!literal.isEmpty()) {
      pieces.add(Piece.literal(literal.toString()));
    }
    return new SpfMacro(List.copyOf(pieces));
  }

  private static Piece piece(Matcher macro) throws Stopped {
    int parts = macro.group(2).isEmpty() ? 0 : Integer.parseInt(macro.group(2));
    if (parts == 0 && !macro.group(2).isEmpty()) {
      throw Stopped.permanently("a macro keeps no part: '" + macro.group() + "'");
    }
    String delimiters = macro.group(4).isEmpty() ? "." : macro.group(4);
    return new Piece("", macro.group(1).charAt(0), parts, !macro.group(3).isEmpty(), delimiters);
  }

  /** The text with all macros replaced. */
  String expand(Values values) throws NotRecorded, Stopped {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.letter() == 0) {
        text.append(piece.text());
        continue;
      }
      String value = transform(values.of(Character.toLowerCase(piece.letter())), piece);
      text.append(Character.isUpperCase(piece.letter()) ? escape(value) : value);
    }
    return text.toString();
  }

  /** The text as a domain name: without a final dot, cut from the left to 253 bytes. */
  String expandToDomain(Values values) throws NotRecorded, Stopped {
    String name = expand(values);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    while (name.length() > LONGEST_NAME) {
      int dot = name.indexOf('.');
      if (dot < 0) {
        return name;
      }
      name = name.substring(dot + 1);
    }
    return name;
  }

  private static String transform(String value, Piece piece) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (piece.delimiters().indexOf(c) >= 0) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    if (piece.reversed()) {
      Collections.reverse(parts);
    }
    int keep = piece.parts() == 0 ? parts.size() : Math.min(piece.parts(), parts.size());
    return String.join(".", parts.subList(parts.size() - keep, parts.size()));
  }

  private static String escape(String value) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x7f && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
        escaped.append(c);
      } else {
        escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return escaped.toString();
  }
}
