package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
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
@SuppressWarnings({"StringSplitter"})
final class PostalAddress {
  private static final int BACK = 170;
  private static final List<String> LABELS =
      List.of("mailing address", "postal address", "our address", "address:", "located at");
  // So that no text made of numbers costs more than a moment.
  private static final int MOST_TRIALS = 500;

  private static final String TYPES =
      "Street|St|Avenue|Aven|Ave|Av|Road|Rd|Boulevard|Blvd|Bvd|Drive|Dr|Lane|Ln|Way|Court|Ct|"
          + "Place|Pl|Plaza|Plz|Parkway|Pkwy|Pky|Highway|Hwy|Square|Sq|Terrace|Ter|Circle|Cir|"
          + "Trail|Trl|Loop|Pike|Turnpike|Tpke|Freeway|Fwy|Expressway|Expy|Broadway|Building|Bldg|"
          + "Suite|Ste|Floor|Fl|Center|Centre|Ctr|Row|Walk|Alley|Route|Rte|Crossing|Xing|Commons|"
          + "Park|Point|Pt|Run|Path|Mall|Valley|Ridge|Hill|Hills|Bend|Cove|Creek|Gardens|Green|"
          + "Grove|Heights|Landing|Pass|Crescent|Cres|Close|Mews|House|Tower|Towers|Wharf|Quay|Quai|"
          + "Esplanade|Estate|Unit|Apt|Room|Rm|Block|Industrial|Campus|County Road|FM|HOB|Wing";
  private static final Pattern BOX =
      Pattern.compile(
          "(?:\\bP\\.? ?O\\.? ?\\-?Box|\\bPost Office Box|\\bPO\\.? ?B\\.?|\\bPMB|\\bPostfach"
              + "|\\bBo\u00eete Postale|\\bPostbus|\\bApartado|\\bG\\.?P\\.?O\\.? Box|\\bLock ?Box"
              + "|\\bCaller Box)\\.?:?,? ?#?n?\u00b0? ?[0-9A-Z]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STREET =
      Pattern.compile(
          "(?:^|[\\s,|(:\u00b7\u2022>\\[#])((?:\\d{1,6}(?:[-\u2013/]\\d{1,6})?[A-Za-z]?|[NSEW]\\d{2,6}"
              + "(?: [NSEW]\\d{2,6})?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven"
              + "|Twelve|Fifteen|Twenty|Hundred),? [^\\n@]{0,60}?\\b(?:"
              + TYPES
              + ")\\b\\.?)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:^|[\\s,|(:\u00b7\u2022])(\\d{1,6}[A-Z]?,? (?:[A-Z][\\w.'\u2019-]*[ ,]{1,2}){1,6})");
  private static final Pattern EUROPEAN =
      Pattern.compile(
          "(?:[\\p{Lu}][\\p{L}.-]{0,30}(?:stra\u00dfe|strasse|str\\.?|weg|platz|allee|gasse|ring|damm|ufer"
              + "|chaussee|markt|hof|straat|laan|plein|gracht|kade|singel|dijk|vej|gade|v\u00e4gen|gatan|gata"
              + "|veien|katu|tie)|[\\p{Lu}][\\p{L}-]{1,30}[ -](?:Stra\u00dfe|Str\\.?|Strasse|Platz|Weg|Allee|Ring|Damm))"
              + ",? ?(?:Nr\\.? ?)?\\d{1,4} ?[a-zA-Z]?\\b"
              + "|\\d{1,4} ?(?:bis|ter)?,? (?i:rue|avenue|av\\.|boulevard|bd|place|all\u00e9e|chemin|quai|cours"
              + "|impasse|route|square|passage)\\b"
              + "|\\b(?:Via|Viale|Piazza|Piazzale|Corso|Largo|Vicolo|Calle|C/|Avenida|Avda\\.?|Av\\.|Paseo"
              + "|Plaza|Pza\\.?|Rua|R\\.|Pra\u00e7a|Alameda|Largo|Carrer|Carrera|Ul\\.|ul\\.|ulica)[^\\n]{2,50}?\\d{1,5}\\b");
  private static final Pattern UK =
      Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}\\b");
  private static final Pattern CANADA =
      Pattern.compile("\\b[ABCEGHJ-NPRSTVXY]\\d[A-Z][ -]?\\d[A-Z]\\d\\b");
  private static final Pattern STATE_BEFORE =
      Pattern.compile(
          "(?:\\b|(?<=\\d))(D\\. ?C\\.?|[A-Z]\\. ?[A-Z]\\.?|[A-Za-z]{2,13}(?: [A-Z][a-z]{3,11})?(?: of Columbia)?)[\\s,.|\u00b7\u2022-]{0,6}$");
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?:ship(?:ping|s|ped)? ?(?:to|address)|deliver(?:y|ed|s|ing)? ?(?:to|address)|bill(?:ing|ed)? ?(?:to|address)"
              + "|your address|service address|pick ?up (?:at|location|address|from)|venue|event location"
              + "|where:|location:|will be held|takes place|join us (?:at|on)|directions to|property (?:address|at)"
              + "|listing|sold to|sold to)"
              + "[^\\n]{0,60}\\s{0,3}[^\\n]{0,30}$",
          Pattern.CASE_INSENSITIVE);

  private record Found(int start, int end, String form) {}

  private PostalAddress() {}

  static Observation find(Body body, Language language) {
    List<Span> spans = new ArrayList<>();
    List<String> because = new ArrayList<>();
    for (VisibleText text : body.texts()) {
      Found found = find(text.text(), text.hits());
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
  private static @Nullable Found find(String text, Hits hits) {
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
        Found found = atDigits(text, from, to);
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

  private static @Nullable Found atDigits(String text, int from, int to) {
    int digits = to - from;
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    char after = to == text.length() ? ' ' : text.charAt(to);
    if ((digits == 5 || digits == 9)
        && !Character.isLetter(before)
        && after != '%'
        && after != '/') {
      Found us = unitedStates(text, from, to);
      if (us != null) {
        return us;
      }
    }
    if (digits == 5 || digits == 4) {
      Found found = european(text, from, to);
      if (found != null) {
        return found;
      }
    }
    if (digits == 4) {
      Found found = australian(text, from, to);
      if (found != null) {
        return found;
      }
    }
    if (digits == 6 && (before == ' ' || before == '\n' || before == '-' || before == ',')) {
      return asian(text, from, to);
    }
    if (digits <= 2 && Character.isLetter(before)) {
      return lettered(text, from, to);
    }
    return null;
  }

  private static @Nullable Found unitedStates(String text, int from, int to) {
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
    int start = street(window);
    if (start < 0 && agrees) {
      Matcher numbered = NUMBERED.matcher(window);
      while (numbered.find()) {
        start = numbered.start(1);
      }
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
    return new Found(windowFrom + start, end, form);
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

  /** Where the street, box or private mailbox begins in the text before a city; -1 if nowhere. */
  private static int street(String window) {
    int start = -1;
    Matcher street = STREET.matcher(window);
    int at = 0;
    while (street.find(at)) {
      start = start < 0 || street.start(1) - start > 70 ? street.start(1) : start;
      at = street.end();
    }
    if (start < 0) {
      Matcher box = BOX.matcher(window);
      while (box.find()) {
        start = box.start();
      }
    }
    return start;
  }

  private static @Nullable Found european(String text, int from, int to) {
    if (to + 2 >= text.length()) {
      return null;
    }
    int city = to;
    while (city < text.length() && (text.charAt(city) == ' ' || text.charAt(city) == ',')) {
      city++;
    }
    boolean cityFollows =
        city > to && city + 2 < text.length() && Character.isUpperCase(text.charAt(city));
    if (!cityFollows) {
      return null;
    }
    int windowFrom = Math.max(0, from - 90);
    Matcher street = EUROPEAN.matcher(text.substring(windowFrom, from));
    int start = -1;
    while (street.find()) {
      start = street.start();
    }
    int end = city;
    while (end < text.length() && end - city < 30 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return start < 0 ? null : new Found(windowFrom + start, end, "form of continental Europe");
  }

  private static @Nullable Found australian(String text, int from, int to) {
    String back = text.substring(Math.max(0, from - 5), from).strip();
    if (!back.endsWith("NSW")
        && !back.endsWith("VIC")
        && !back.endsWith("QLD")
        && !back.endsWith("ACT")
        && !back.endsWith("TAS")
        && !back.endsWith(" WA")
        && !back.endsWith(" SA")
        && !back.endsWith(" NT")) {
      return null;
    }
    int windowFrom = Math.max(0, from - 120);
    int start = street(text.substring(windowFrom, from));
    return start < 0 ? null : new Found(windowFrom + start, to, "Australian form");
  }

  private static @Nullable Found asian(String text, int from, int to) {
    int windowFrom = Math.max(0, from - BACK);
    String around = text.substring(windowFrom, Math.min(text.length(), to + 40));
    if (!around.contains("India")
        && !around.contains("China")
        && !around.contains("Singapore")
        && !around.contains("Russia")
        && !around.contains("Romania")) {
      return null;
    }
    int start = street(text.substring(windowFrom, from));
    return start < 0 ? null : new Found(windowFrom + start, to, "Asian form");
  }

  private static @Nullable Found lettered(String text, int from, int to) {
    int tokenFrom = Math.max(0, from - 3);
    String token = text.substring(tokenFrom, Math.min(text.length(), to + 8));
    Matcher uk = UK.matcher(token);
    if (uk.find()) {
      return lettered(text, tokenFrom + uk.start(), tokenFrom + uk.end(), "British form");
    }
    Matcher canada = CANADA.matcher(token);
    if (canada.find()) {
      return lettered(text, tokenFrom + canada.start(), tokenFrom + canada.end(), "Canadian form");
    }
    return null;
  }

  private static @Nullable Found lettered(String text, int from, int to, String form) {
    int windowFrom = Math.max(0, from - BACK);
    int start = street(text.substring(windowFrom, from));
    return start < 0 ? null : new Found(windowFrom + start, to, form);
  }

  /** Addresses without a postal code that says where: by country, state or box. */
  private static @Nullable Found atWords(String text, Hits hits) {
    int trials = 0;
    for (Hits.Hit country : hits.of(Topic.COUNTRY)) {
      if (++trials > MOST_TRIALS) {
        return null;
      }
      if (Character.isUpperCase(text.charAt(country.start()))) {
        Found found = before(text, country.start(), country.end(), 130, "street, city and country");
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
        Found found = before(text, comma, at + 2, 90, "street, city and state, no ZIP code");
        if (found != null) {
          return found;
        }
      }
      comma = text.indexOf(',', comma + 1);
    }
    for (Hits.Hit box : hits.of(Topic.POST_BOX)) {
      Found found = box(text, box);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Found before(String text, int from, int to, int back, String form) {
    int windowFrom = Math.max(0, from - back);
    String window = text.substring(windowFrom, from);
    int start = street(window);
    if (start < 0) {
      Matcher european = EUROPEAN.matcher(window);
      start = european.find() ? european.start() : -1;
    }
    return start >= 0 && isCompact(window.substring(start)) && !isOthers(text, windowFrom + start)
        ? new Found(windowFrom + start, to, form)
        : null;
  }

  /** A box with a number, and a name of a place behind it. */
  private static @Nullable Found box(String text, Hits.Hit box) {
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
        ? new Found(box.start(), Math.min(length, at + 30), "box and place")
        : null;
  }

  /** Whether a stretch reads as an address, not as a sentence: few small words. */
  private static boolean isCompact(String s) {
    int small = 0;
    int words = 0;
    for (String word : s.split("[\\s,]{1,4}")) {
      if (!word.isEmpty() && Character.isLetter(word.charAt(0))) {
        words++;
        small += Character.isLowerCase(word.charAt(0)) ? 1 : 0;
      }
    }
    return words > 0 && small * 4 <= words;
  }
}
