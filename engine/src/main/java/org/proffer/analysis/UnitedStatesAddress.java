package org.proffer.analysis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses that end in a state and a ZIP code, and whether the two agree. */
final class UnitedStatesAddress {
  private static final int BACK = 170;
  private static final List<String> LABELS =
      List.of(
          "mailing address",
          "postal address",
          "our address",
          "address:",
          "located at",
          "by writing to",
          "write to us at",
          "write us at",
          "write to:");
  private static final Pattern STATE_BEFORE =
      Pattern.compile(
          "(?:\\b|(?<=\\d))(D\\. ?C\\.?|[A-Z]\\. ?[A-Z]\\.?|[A-Za-z]{2,13}(?: [A-Z][a-z]{3,11})?(?: of Columbia)?)[\\s,.|\u00b7\u2022-]{0,6}$");

  private UnitedStatesAddress() {}

  static @Nullable AddressFound find(String text, int from, int to) {
    String zip = text.substring(from, from + 5);
    String back = text.substring(Math.max(0, from - 30), from);
    Matcher state = STATE_BEFORE.matcher(back);
    String code = "";
    String written = "";
    while (state.find()) {
      written = state.group(1);
      code = UsStates.code(written);
      if (code.isEmpty() && written.indexOf(' ') > 0) {
        written = written.substring(written.lastIndexOf(' ') + 1);
        code = UsStates.code(written);
      }
      if (!code.isEmpty()) {
        break;
      }
    }
    if (code.isEmpty()) {
      return null;
    }
    boolean agrees = UsStates.agree(code, zip);
    boolean capital = Character.isUpperCase(written.charAt(0));
    if (!agrees && (!capital || written.length() > 2 || !written.equals(code))) {
      return null;
    }
    int end = to;
    if (end + 4 < text.length()
        && (text.charAt(end) == '-' || text.charAt(end) == '\u2013')
        && Character.isDigit(text.charAt(end + 1))) {
      end = Math.min(text.length(), end + 5);
    }
    int windowFrom = Math.max(0, from - BACK);
    int stateAt = from - back.length() + Math.max(0, back.lastIndexOf(written));
    String window = text.substring(windowFrom, stateAt);
    int start = StreetLine.find(window);
    if (start < 0 && agrees) {
      start = StreetLine.numbered(window);
    }
    if (start < 0) {
      start = afterLabel(window);
    }
    if (start < 0) {
      return null;
    }
    String form =
        agrees
            ? "United States form; the ZIP code lies in " + code
            : "United States form; the ZIP code does not lie in " + code;
    return new AddressFound(windowFrom + start, end, form);
  }

  /** Where the text behind words that announce an address begins; -1 if there are none. */
  private static int afterLabel(String window) {
    String lower = Body.lower(window);
    for (String label : LABELS) {
      int at = lower.lastIndexOf(label);
      if (at >= 0 && at + label.length() < window.length()) {
        return at + label.length();
      }
    }
    return -1;
  }
}
