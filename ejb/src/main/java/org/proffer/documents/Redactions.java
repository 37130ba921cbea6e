package org.proffer.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.proffer.parties.Party;
import org.proffer.records.RecordView;

/**
 * Finds the personal data that a public filing may not have whole, and takes it out of the data a
 * public copy is made from, so that it is in no text, attachment, name or stream of the file.
 *
 * <p>Source: Fed. R. Crim. P. 49.1(a): the last four digits of a social-security, taxpayer or
 * account number; the year of a birth; the initials of a minor; city and state of a home. What it
 * finds in free text it finds by shape: it can miss, and it can find too much; a person decides.
 */
final class Redactions {
  private static final List<Shape> SHAPES =
      List.of(
          new Shape(
              "social-security number",
              "(?<![\\d-])(?!000|666|9\\d\\d)\\d{3}[-\\u2010-\\u2013 \\u00a0](?!00)\\d{2}[-\\u2010-\\u2013 \\u00a0](?!0000)\\d{4}(?![\\d-])",
              found -> "XXX-XX-" + last(found)),
          new Shape(
              "taxpayer number",
              "(?<![\\d-])\\d{2}-\\d{7}(?![\\d-])",
              found -> "XX-XXX" + last(found)),
          new Shape(
              "date of birth",
              "(?i)(?<=(?:born|birth|DOB|birthday)(?: on|:|,| is|\\.)?[ \\u00a0:]{1,3})"
                  + "(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2}|\\p{L}{3,9}\\.?[ \\u00a0]\\d{1,2},?[ \\u00a0](?:19|20)\\d{2}|\\d{1,2}[ \\u00a0]\\p{L}{3,9}\\.?[ \\u00a0](?:19|20)\\d{2})",
              Redactions::year),
          new Shape(
              "financial-account number",
              "(?i)(?<=(?:account|acct\\.?|a/c|card|IBAN|routing)(?: number| no\\.?| #)?[ \\u00a0:#]{1,3})[A-Z]{0,2}\\d(?:[ \\u00a0-]?\\d){5,25}",
              found -> "XXXX" + last(found)),
          new Shape(
              "financial-account number",
              "(?<!\\d)(?:\\d{4}[ -]){3}\\d{4}(?!\\d)",
              found -> "XXXX" + last(found)),
          new Shape(
              "home address",
              "(?i)(?<=(?:home address|resides at|residence at|lives at|residing at)[ \\u00a0:]{1,3})\\d{1,6}[ \\u00a0][^,;\\n]{3,60}(?=,)",
              found -> "[street withheld]"),
          new Shape(
              "name of a minor",
              "(?<=(?:minor child|minor victim|minor son|minor daughter|the minor|aged? (?:[1-9]|1[0-7]))[, ]{1,2})\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)+",
              ModelWords::initials));

  /** Of what fields of a record are, by its kind. */
  private record Shape(String rule, Pattern pattern, UnaryOperator<String> instead) {
    Shape(String rule, String pattern, UnaryOperator<String> instead) {
      this(rule, Pattern.compile(pattern), instead);
    }
  }

  private Redactions() {}

  private static String last(String found) {
    String digits = found.replaceAll("\\D", "");
    return digits.substring(Math.max(0, digits.length() - 4));
  }

  private static String year(String found) {
    Matcher year = Pattern.compile("(?:19|20)\\d{2}").matcher(found);
    return year.find() ? year.group() : "[year]";
  }

  /**
   * What a document has.
   *
   * @param texts its sentences, and whatever else is in its file
   * @param parties whose birth and home are known to the case
   * @param form with what was decided to stay
   */
  static List<Redaction> find(
      List<String> texts,
      List<RecordView<Party>> parties,
      boolean victims,
      Map<String, String> form) {
    Map<String, Redaction> found = new LinkedHashMap<>();
    for (String text : texts) {
      for (Shape shape : SHAPES) {
        Matcher match = shape.pattern().matcher(text);
        while (match.find()) {
          add(found, shape.rule(), match.group(), shape.instead().apply(match.group()), form);
        }
      }
    }
    String all = String.join("\n", texts);
    for (RecordView<Party> party : parties) {
      known(found, all, party.content(), victims, form);
    }
    return List.copyOf(found.values());
  }

  private static void known(
      Map<String, Redaction> found,
      String all,
      Party party,
      boolean victims,
      Map<String, String> form) {
    if (party.born().matches("\\d{4}-\\d{2}-\\d{2}")) {
      java.time.LocalDate born = java.time.LocalDate.parse(party.born());
      for (String written :
          List.of(
              party.born(),
              ModelWords.day(born),
              ModelWords.day(born).replace('\u00a0', ' '),
              String.format(
                  Locale.ROOT,
                  "%d/%d/%d",
                  born.getMonthValue(),
                  born.getDayOfMonth(),
                  born.getYear()),
              String.format(
                  Locale.ROOT,
                  "%02d/%02d/%d",
                  born.getMonthValue(),
                  born.getDayOfMonth(),
                  born.getYear()))) {
        if (all.contains(written)) {
          add(found, "date of birth", written, Integer.toString(born.getYear()), form);
        }
      }
    }
    String address = Printable.text(party.address());
    if (!address.isBlank() && all.contains(address)) {
      int comma = address.indexOf(',');
      String city =
          comma < 0
              ? "[address withheld]"
              : address.substring(comma + 1).replaceAll("\\d{5}(-\\d{4})?", "").strip();
      add(found, "home address", address, city, form);
    }
    if (victims
        && party.role() == org.proffer.parties.PartyRole.VICTIM
        && all.contains(party.name())) {
      add(found, "name of a victim", party.name(), ModelWords.initials(party.name()), form);
    }
  }

  private static void add(
      Map<String, Redaction> found,
      String rule,
      String text,
      String instead,
      Map<String, String> form) {
    Redaction redaction = new Redaction(rule, text, instead, false);
    boolean kept = !form.getOrDefault(redaction.key(), "").isBlank();
    found.putIfAbsent(text, kept ? new Redaction(rule, text, instead, true) : redaction);
  }

  /** Text without what is redacted; the longest goes first, for one may contain another. */
  static String applied(String text, List<Redaction> redactions) {
    String redacted = text;
    for (Redaction redaction : inOrder(redactions)) {
      redacted = redacted.replace(redaction.found(), redaction.instead());
    }
    return redacted;
  }

  private static List<Redaction> inOrder(List<Redaction> redactions) {
    return redactions.stream()
        .filter(r -> !r.kept())
        .sorted(Comparator.comparingInt((Redaction r) -> r.found().length()).reversed())
        .toList();
  }

  /** The document without what is redacted, also where it stands across several values. */
  static void apply(Document document, List<Redaction> redactions) {
    for (Redaction redaction : inOrder(redactions)) {
      Pattern words = words(redaction.found());
      for (Element block :
          document.body().select("p, li, td, th, h1, h2, h3, dt, dd, caption, div")) {
        if (block.text().isEmpty()
            || (block.select("p, li, td, div").size() > 1 && !block.is("p, li, td, th"))) {
          continue;
        }
        while (replaceOnce(block, words, redaction.instead())) {
          // once more: a block can have it several times
        }
      }
    }
  }

  private static Pattern words(String found) {
    StringBuilder pattern = new StringBuilder();
    for (String word : found.split("[\\s\\u00a0]+", -1)) {
      pattern.append(pattern.length() == 0 ? "" : "[\\s\\u00a0]+").append(Pattern.quote(word));
    }
    return Pattern.compile(pattern.toString());
  }

  private static boolean replaceOnce(Element block, Pattern words, String instead) {
    List<TextNode> nodes = new ArrayList<>();
    StringBuilder whole = new StringBuilder();
    block.traverse(
        (Node node, int depth) -> {
          if (node instanceof TextNode text) {
            nodes.add(text);
            whole.append(text.getWholeText());
          }
        });
    Matcher match = words.matcher(whole);
    if (!match.find()) {
      return false;
    }
    int at = 0;
    boolean first = true;
    for (TextNode node : nodes) {
      String text = node.getWholeText();
      int from = Math.max(match.start() - at, 0);
      int until = Math.min(match.end() - at, text.length());
      if (from < until) {
        node.text(text.substring(0, from) + (first ? instead : "") + text.substring(until));
        first = false;
      }
      at += text.length();
    }
    return !words.matcher(instead).find();
  }
}
