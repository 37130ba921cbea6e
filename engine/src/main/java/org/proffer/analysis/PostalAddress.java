package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Span;
import org.proffer.law.canspam.Observation;

/**
 * A physical postal address that can be the sender's: street, post office box or private mailbox.
 *
 * <p>Serves 15 U.S.C. 7704(a)(5)(A)(iii) and 16 CFR 316.2(p). The forms of the United States are
 * known thoroughly, those of other countries by their postal codes and names. Whether the address
 * is current and registered, and whose it is, is not seen in the bytes; addresses introduced as the
 * recipient's or as a place of an event are passed over.
 */
final class PostalAddress {
  // So that no text made of numbers costs more than a moment.
  private static final int MOST_TRIALS = 500;

  private static final Pattern OTHERS =
      Pattern.compile(
          "(?:ship(?:ping|s|ped)? ?(?:to|address)|deliver(?:y|ed|s|ing)? ?(?:to|address)|bill(?:ing|ed)? ?(?:to|address)"
              + "|your address|service address|pick ?up (?:at|location|address|from)|venue|event location"
              + "|where:|location:|will be held|takes place|join us (?:at|on)|directions to|property (?:address|at)"
              + "|listing|sold to|sold to)"
              + "[^\\n]{0,60}\\s{0,3}[^\\n]{0,30}$",
          Pattern.CASE_INSENSITIVE);

  private PostalAddress() {}

  static Observation find(Body body, Language language) {
    List<Span> spans = new ArrayList<>();
    List<String> because = new ArrayList<>();
    for (VisibleText text : body.texts()) {
      AddressFound found = find(text.text(), text.hits());
      if (found != null) {
        spans.add(text.span(found.start(), found.end()));
        because.add(found.form());
        String faint = text.faintness(found.start(), found.end());
        if (!faint.isEmpty()) {
          because.add("part " + text.section() + ": " + faint);
        }
      }
    }
    if (!spans.isEmpty()) {
      return Observation.present(spans, because.toArray(String[]::new));
    }
    return Absence.of(body, language, "no postal address");
  }

  /** The last address of a text; the sender's stands at the end as a rule. */
  private static @Nullable AddressFound find(String text, Hits hits) {
    int trials = 0;
    int to = text.length();
    while (to > 0) {
      if (!isDigit(text.charAt(to - 1))) {
        to--;
        continue;
      }
      int from = to - 1;
      while (from > 0 && isDigit(text.charAt(from - 1))) {
        from--;
      }
      if (mayEndAddress(text, from, to)) {
        AddressFound found = atDigits(text, from, to);
        if (found != null && !isOthers(text, found.start())) {
          return found;
        }
        if (++trials > MOST_TRIALS) {
          return null;
        }
      }
      to = from;
    }
    return atWords(text, hits);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether digits can be a postal code or a part of one. */
  private static boolean mayEndAddress(String text, int from, int to) {
    int digits = to - from;
    if (digits > 9 || digits == 3 || digits == 7 || digits == 8) {
      return false;
    }
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    if ("/=&_%+@$\u20ac\u00a3:#".indexOf(before) >= 0) {
      return false;
    }
    return digits > 2 || Character.isUpperCase(before);
  }

  private static boolean isOthers(String text, int start) {
    return OTHERS.matcher(text.substring(Math.max(0, start - 110), start)).find();
  }

  private static @Nullable AddressFound atDigits(String text, int from, int to) {
    int digits = to - from;
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    char after = to == text.length() ? ' ' : text.charAt(to);
    if ((digits == 5 || digits == 9)
        && !Character.isLetter(before)
        && after != '%'
        && after != '/') {
      AddressFound us = UnitedStatesAddress.find(text, from, to);
      if (us != null) {
        return us;
      }
    }
    if (digits == 5 && after == '-') {
      AddressFound brazilian = ForeignAddress.brazilian(text, from, to);
      if (brazilian != null) {
        return brazilian;
      }
    }
    if (digits == 5 || digits == 4) {
      AddressFound found = ForeignAddress.european(text, from, to);
      if (found != null) {
        return found;
      }
    }
    if (digits == 4) {
      AddressFound found = ForeignAddress.australian(text, from, to);
      if (found != null) {
        return found;
      }
    }
    if (digits == 6 && (before == ' ' || before == '\n' || before == '-' || before == ',')) {
      return ForeignAddress.asian(text, from, to);
    }
    if (digits <= 2 && Character.isLetter(before)) {
      return ForeignAddress.lettered(text, from, to);
    }
    return null;
  }

  /** Addresses without a postal code that says where: by country, state or box. */
  private static @Nullable AddressFound atWords(String text, Hits hits) {
    int trials = 0;
    for (Hits.Hit country : hits.of(Topic.COUNTRY)) {
      if (++trials > MOST_TRIALS) {
        return null;
      }
      if (Character.isUpperCase(text.charAt(country.start()))) {
        AddressFound found =
            before(text, country.start(), country.end(), 130, "street, city and country");
        if (found != null) {
          return found;
        }
      }
    }
    int comma = text.indexOf(',');
    while (comma >= 0) {
      int at = comma + 1;
      if (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at + 2 <= text.length()
          && Character.isUpperCase(text.charAt(at))
          && Character.isUpperCase(text.charAt(at + 1))
          && (at + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)))
          && !UsStates.code(text.substring(at, at + 2)).isEmpty()) {
        if (++trials > MOST_TRIALS) {
          return null;
        }
        AddressFound found = before(text, comma, at + 2, 90, "street, city and state, no ZIP code");
        if (found != null) {
          return found;
        }
      }
      comma = text.indexOf(',', comma + 1);
    }
    for (Hits.Hit box : hits.of(Topic.POST_BOX)) {
      AddressFound found = box(text, box);
      if (found != null) {
        return found;
      }
    }
    AddressFound foreign = ForeignAddress.byWords(text);
    return foreign == null || isOthers(text, foreign.start()) ? null : foreign;
  }

  private static @Nullable AddressFound before(
      String text, int from, int to, int back, String form) {
    int windowFrom = Math.max(0, from - back);
    String window = text.substring(windowFrom, from).replace(",\n", ", ");
    int start = StreetLine.find(window);
    if (start < 0) {
      start = ForeignAddress.street(window);
    }
    return start >= 0 && isCompact(window.substring(start)) && !isOthers(text, windowFrom + start)
        ? new AddressFound(windowFrom + start, to, form)
        : null;
  }

  /** A box with a number, and a name of a place behind it. */
  private static @Nullable AddressFound box(String text, Hits.Hit box) {
    int at = box.end();
    int length = text.length();
    while (at < length && at - box.end() < 4 && !Character.isDigit(text.charAt(at))) {
      at++;
    }
    int digits = at;
    while (at < length && (isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
      at++;
    }
    if (at == digits) {
      return null;
    }
    while (at < length
        && (Character.isWhitespace(text.charAt(at)) || ",|-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    boolean place = at + 2 < length && Character.isUpperCase(text.charAt(at));
    return place && !isOthers(text, box.start())
        ? new AddressFound(box.start(), Math.min(length, at + 30), "box and place")
        : null;
  }

  /** Whether a stretch reads as an address, not as a sentence: few small words. */
  private static boolean isCompact(String s) {
    int small = 0;
    int words = 0;
    for (int i = 0; i < s.length(); i++) {
      boolean starts = i == 0 || s.charAt(i - 1) <= ' ' || s.charAt(i - 1) == ',';
      if (starts && Character.isLetter(s.charAt(i))) {
        words++;
        small += Character.isLowerCase(s.charAt(i)) ? 1 : 0;
      }
    }
    return words > 0 && small * 4 <= words;
  }
}
