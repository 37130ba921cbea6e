package org.proffer.facts;

import java.util.List;
import org.proffer.platform.Refusal;

/** An instrument has elements without proof, and no attorney signed them. */
public final class UnsupportedElements extends Refusal {
  UnsupportedElements(String instrument, List<String> gaps) {
    super(
        Kind.CONFLICT,
        "Elements without proof",
        instrument
            + " has "
            + gaps.size()
            + (gaps.size() == 1 ? " element" : " elements")
            + " without proof: "
            + String.join("; ", gaps.subList(0, Math.min(5, gaps.size())))
            + (gaps.size() > 5 ? "; …" : "."),
        "Prove them, or let an attorney sign the list of gaps.");
  }
}
