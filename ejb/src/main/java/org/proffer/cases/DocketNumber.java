package org.proffer.cases;

import java.util.regex.Matcher;
import org.proffer.platform.InvalidInput;

/**
 * A docket number in the form of its court, for example {@code 2:07-cr-20627-MOB}.
 *
 * @param value the number, as the court writes it
 */
public record DocketNumber(String value) {

  /**
   * Reads a docket number as a person typed it: white space is dropped, letters of the kind of case
   * are made lower case and initials upper case.
   *
   * @throws InvalidInput if it does not have the form of the court
   */
  public static DocketNumber of(Court court, String typed) {
    String text = typed.replaceAll("\\s+", "");
    Matcher kind =
        java.util.regex.Pattern.compile("^([^-]*-)([a-zA-Z]{2})(-\\d+)(.*)$").matcher(text);
    if (kind.matches()) {
      text =
          kind.group(1)
              + kind.group(2).toLowerCase(java.util.Locale.ROOT)
              + kind.group(3)
              + kind.group(4).toUpperCase(java.util.Locale.ROOT);
    }
    if (!court.docketFormat().matcher(text).matches()) {
      throw new InvalidInput(
          "docket number",
          "“" + typed + "” is not a docket number of the " + court.name() + ".",
          "Enter it like "
              + court.docketExample()
              + ": office, year, kind of case, number, initials of the judge.");
    }
    return new DocketNumber(text);
  }
}
