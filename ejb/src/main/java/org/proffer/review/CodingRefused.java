package org.proffer.review;

import java.util.Locale;
import org.proffer.platform.Refusal;

/** What was to be coded, or taken back, is not what it was taken for. */
public final class CodingRefused extends Refusal {
  private CodingRefused(String title, String detail, String next) {
    super(Kind.CONFLICT, title, detail, next);
  }

  static CodingRefused otherCount(String confirmed, long matching) {
    return new CodingRefused(
        "Nothing was coded",
        String.format(
            Locale.US, "You confirmed “%s”; %,d messages match now.", confirmed, matching),
        "Look at the sample again, and type the number of messages that match.");
  }

  static CodingRefused undoneAlready() {
    return new CodingRefused(
        "It was undone already",
        "Somebody took this act of coding back before.",
        "Look at the history of the coding.");
  }

  static CodingRefused undoOfUndo() {
    return new CodingRefused(
        "An undo is not undone",
        "This act took another one back.",
        "Code the messages again; both acts stay in the history.");
  }

  static CodingRefused nothingToUndo() {
    return new CodingRefused(
        "Nothing to undo",
        "You have coded no single message of this case that still stands so.",
        "An act on many messages is undone from the list of acts.");
  }
}
