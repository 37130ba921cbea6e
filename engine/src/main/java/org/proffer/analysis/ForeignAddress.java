package org.proffer.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of other countries, by the shape and place of their postal codes. */
final class ForeignAddress {
  private static final int BACK = 170;
  private static final Pattern EUROPEAN =
      Pattern.compile(
          "(?:[\\p{Lu}][\\p{L}.-]{0,30}(?:stra\u00dfe|strasse|str\\.?|weg|platz|allee|gasse|ring|damm|ufer"
              + "|chaussee|markt|hof|straat|laan|plein|gracht|kade|singel|dijk|vej|gade|v\u00e4gen|gatan|gata"
              + "|veien|katu|tie)|[\\p{Lu}][\\p{L}-]{1,30}[ -](?:Stra\u00dfe|Str\\.?|Strasse|Platz|Weg|Allee|Ring|Damm))"
              + ",? ?(?:Nr\\.? ?)?\\d{1,4} ?[a-zA-Z]?\\b"
              + "|\\d{1,4} ?(?:bis|ter)?,? (?i:rue|avenue|av\\.|boulevard|bd|place|all\u00e9e|chemin|quai|cours"
              + "|impasse|route|square|passage)\\b"
              + "|\\b(?:Via|Viale|Piazza|Piazzale|Corso|Largo|Vicolo|Calle|C/|Avenida|Avda\\.?|Av\\.|Paseo"
              + "|Plaza|Pza\\.?|Rua|R\\. ?(?=\\p{Lu}\\p{Ll})|Pra\u00e7a|Alameda|Largo|Carrer|Carrera|Ul\\.|ul\\.|ulica)[^\\n]{2,50}?\\d{1,5}\\b");
  private static final Pattern UK =
      Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}\\b");
  private static final Pattern CANADA =
      Pattern.compile("\\b[ABCEGHJ-NPRSTVXY]\\d[A-Z][ -]?\\d[A-Z]\\d\\b");

  private static final String BRAZILIAN_WAYS =
      "(?:Rua|R\\.|Avenida|Av\\.?|Alameda|Al\\.|Pra\u00e7a|Rodovia|Rod\\.|Travessa|Estrada|Esplanada"
          + "|Largo|Setor|Quadra|Via)";
  private static final Pattern BRAZILIAN_WAY =
      Pattern.compile("(?<![\\p{L}.])" + BRAZILIAN_WAYS + "[ ,][^\\n]{2,}");
  private static final Pattern BRAZILIAN_STATE =
      Pattern.compile(
          "(?<![\\p{L}.])"
              + BRAZILIAN_WAYS
              + " [^\\n]{3,60}?[, ] ?(?:n[\u00ba\u00b0o.]{0,2} ?)?\\d{1,5}\\b[^\\n]{0,20}\\n?[^\\n]{0,40}?[/\u2013-] ?"
              + "(?i:AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO)\\b");
  private static final Pattern EAST_ASIAN_CODE =
      Pattern.compile(
          "(?:\u3012 ?\\d{3}-?\\d{4}|\u90ae\u7f16 ?[:\uff1a]? ?\\d{6}|\u90ae\u653f\u7f16\u7801 ?[:\uff1a]? ?\\d{6})");

  private ForeignAddress() {}

  static @Nullable AddressFound european(String text, int from, int to) {
    int city = to;
    while (city < text.length() && (text.charAt(city) == ' ' || text.charAt(city) == ',')) {
      city++;
    }
    boolean cityFollows =
        city > to && city + 2 <= text.length() && Character.isUpperCase(text.charAt(city));
    if (from > 0 && "./#".indexOf(text.charAt(from - 1)) >= 0) {
      return null;
    }
    int windowFrom = Math.max(0, from - 90);
    String window = text.substring(windowFrom, from);
    if (!cityFollows && !cityPrecedes(window)) {
      return null;
    }
    int start = street(window);
    if (!cityFollows) {
      return start < 0 ? null : found(windowFrom + start, to, "form of continental Europe");
    }
    int end = city;
    while (end < text.length() && end - city < 30 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return start < 0
        ? null
        : new AddressFound(windowFrom + start, end, "form of continental Europe");
  }

  /** Whether a comma and a name in capitals stand before the code. */
  private static boolean cityPrecedes(String window) {
    int comma = window.lastIndexOf(',');
    String name = comma < 0 ? "" : window.substring(comma + 1).strip();
    return name.length() > 2
        && name.length() < 30
        && Character.isUpperCase(name.charAt(0))
        && name.chars().noneMatch(Character::isDigit)
        && window.endsWith(" ");
  }

  private static AddressFound found(int start, int end, String form) {
    return new AddressFound(start, end, form);
  }

  /** A street of Brazil before a code of five and three digits. */
  static @Nullable AddressFound brazilian(String text, int from, int to) {
    int end = to + 4;
    if (end > text.length()
        || text.charAt(to) != '-'
        || !text.substring(to + 1, end).chars().allMatch(Character::isDigit)
        || (end < text.length() && Character.isDigit(text.charAt(end)))) {
      return null;
    }
    int windowFrom = Math.max(0, from - BACK);
    Matcher way = BRAZILIAN_WAY.matcher(text.substring(windowFrom, from));
    int start = -1;
    while (way.find()) {
      start = way.start();
    }
    return start < 0 ? null : found(windowFrom + start, end, "Brazilian form");
  }

  /** Addresses that are known by words and not by a code that ends them. */
  static @Nullable AddressFound byWords(String text) {
    if (text.indexOf('\u3012') >= 0 || text.indexOf('\u90ae') >= 0) {
      Matcher code = EAST_ASIAN_CODE.matcher(text);
      if (code.find()) {
        return found(code.start(), Math.min(text.length(), code.end() + 40), "East Asian form");
      }
    }
    if (text.contains("Rua ") || text.contains("Av") || text.contains("R. ")) {
      Matcher state = BRAZILIAN_STATE.matcher(text);
      if (state.find()) {
        return found(state.start(), state.end(), "Brazilian form");
      }
    }
    return null;
  }

  static @Nullable AddressFound australian(String text, int from, int to) {
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
    int start = StreetLine.find(text.substring(windowFrom, from));
    return start < 0 ? null : new AddressFound(windowFrom + start, to, "Australian form");
  }

  static @Nullable AddressFound asian(String text, int from, int to) {
    int windowFrom = Math.max(0, from - BACK);
    String around = text.substring(windowFrom, Math.min(text.length(), to + 40));
    if (!around.contains("India")
        && !around.contains("China")
        && !around.contains("Singapore")
        && !around.contains("Russia")
        && !around.contains("Romania")) {
      return null;
    }
    int start = StreetLine.find(text.substring(windowFrom, from));
    return start < 0 ? null : new AddressFound(windowFrom + start, to, "Asian form");
  }

  static @Nullable AddressFound lettered(String text, int from, int to) {
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

  private static @Nullable AddressFound lettered(String text, int from, int to, String form) {
    int windowFrom = Math.max(0, from - BACK);
    String window = text.substring(windowFrom, from);
    int start = StreetLine.find(window);
    if (start < 0) {
      start = named(window);
    }
    return start < 0 ? null : new AddressFound(windowFrom + start, to, form);
  }

  /**
   * Where an address without a number begins: names between commas, one of them that of a street,
   * behind a colon or at the start of a line; -1 if nowhere.
   */
  private static int named(String window) {
    int line = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(':')) + 1;
    String names = window.substring(line);
    int small = 0;
    int parts = 0;
    for (int i = 0; i < names.length(); i++) {
      boolean starts = i == 0 || names.charAt(i - 1) == ' ';
      small += starts && Character.isLowerCase(names.charAt(i)) ? 1 : 0;
      parts += names.charAt(i) == ',' ? 1 : 0;
    }
    return parts >= 2 && small <= 1 && StreetLine.isNamed(names) ? line : -1;
  }

  /** Where a street of continental Europe or Latin America begins; -1 if nowhere. */
  static int street(String window) {
    Matcher street = EUROPEAN.matcher(window);
    int start = -1;
    while (street.find()) {
      start = street.start();
    }
    return start;
  }
}
