package org.proffer.evidence;

import org.proffer.platform.InvalidInput;

/**
 * What an item was made from, and how.
 *
 * @param from the other item
 * @param purpose what a working copy is for; empty for a derivative
 * @param tool that made a derivative; empty for a working copy, as are the next two
 */
record Making(
    ItemDescription.Nature nature,
    EvidenceView from,
    String purpose,
    String tool,
    String toolVersion,
    String parameters) {
  private static final int LONGEST = 255;
  private static final int LONGEST_VERSION = 100;
  private static final int LONGEST_WORDS = 1_000;

  /**
   * A working copy.
   *
   * @throws InvalidInput if the purpose is empty or too long
   */
  static Making workingCopy(EvidenceView from, String purpose) {
    return new Making(
        ItemDescription.Nature.WORKING_COPY,
        from,
        filled("purpose", purpose, LONGEST_WORDS, "Say what the copy is for."),
        "",
        "",
        "");
  }

  /**
   * A derivative.
   *
   * @throws InvalidInput if the tool is not named, or something is too long
   */
  static Making derivative(EvidenceView from, String tool, String version, String parameters) {
    return new Making(
        ItemDescription.Nature.DERIVATIVE,
        from,
        "",
        filled("tool", tool, LONGEST, "Name the tool it was made with."),
        atMost("toolVersion", version, LONGEST_VERSION),
        atMost("parameters", parameters, LONGEST_WORDS));
  }

  private static String filled(String field, String text, int most, String next) {
    if (text.isBlank()) {
      throw new InvalidInput(field, "“" + field + "” is empty.", next);
    }
    return atMost(field, text, most);
  }

  private static String atMost(String field, String text, int most) {
    String said = text.strip();
    if (said.length() > most) {
      throw new InvalidInput(
          field, "It has " + said.length() + " characters; at most " + most + ".", "Shorten it.");
    }
    return said;
  }

  /** In the words of custody. */
  String words() {
    String made = "item " + from.number() + ", “" + from.title() + "”";
    return nature == ItemDescription.Nature.WORKING_COPY
        ? "Made as a working copy of " + made + ", for: " + purpose
        : "Made from "
            + made
            + ", with "
            + (tool + " " + toolVersion).strip()
            + (parameters.isEmpty() ? "." : ", parameters: " + parameters);
  }

  /** The description of what was made. */
  ItemDescription describe(ItemDescription known) {
    return known.made(
        nature,
        from.id().value(),
        nature == ItemDescription.Nature.WORKING_COPY
            ? "Working copy of item " + from.number() + ": " + from.title()
            : known.title(),
        purpose,
        tool,
        toolVersion,
        parameters);
  }
}
