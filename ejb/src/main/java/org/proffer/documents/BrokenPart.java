package org.proffer.documents;

import org.proffer.platform.Refusal;

/** A paper that was to go into a bundle cannot be read; no bundle is made. */
public final class BrokenPart extends Refusal {
  BrokenPart(int number, String title, int page, String why) {
    super(
        Kind.CONFLICT,
        "A paper cannot be read",
        "Part "
            + number
            + ", “"
            + title
            + "”"
            + (page > 0 ? ", page " + page : "")
            + ": "
            + why
            + ".",
        "Obtain a sound copy, or leave it out.");
  }
}
