package org.proffer.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line of an address that says where mail is put: street and number, box, private mailbox. */
final class StreetLine {
  private static final String TYPES =
      "Street|St|Avenue|Aven|Ave|Av|Road|Rd|Boulevard|Blvd|Bvd|Drive|Dr|Lane|Ln|Way|Court|Ct|"
          + "Place|Pl|Plaza|Plz|Parkway|Pkwy|Pky|Highway|Hwy|Square|Sq|Terrace|Ter|Circle|Cir|"
          + "Trail|Trl|Loop|Pike|Turnpike|Tpke|Freeway|Fwy|Expressway|Expy|Broadway|Interstate|Building|Bldg|"
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
  private static final Pattern TYPE = Pattern.compile("\\b(?:" + TYPES + ")\\b");

  private StreetLine() {}

  /** Where the street, box or private mailbox begins in the text before a city; -1 if nowhere. */
  static int find(String window) {
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

  /** Where the last number before capitalized words begins; -1 if nowhere. */
  static int numbered(String window) {
    int start = -1;
    Matcher numbered = NUMBERED.matcher(window);
    while (numbered.find()) {
      start = numbered.start(1);
    }
    return start;
  }

  /** Whether the words hold a word for a kind of street or building, without a number. */
  static boolean isNamed(String words) {
    return TYPE.matcher(words).find();
  }
}
