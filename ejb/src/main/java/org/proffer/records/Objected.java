package org.proffer.records;

import java.util.List;
import java.util.stream.Collectors;
import org.proffer.platform.Refusal;

/** The law does not allow what was about to be written, and no reason was given. */
public final class Objected extends Refusal {
  private final transient List<Objection> objections;

  Objected(List<Objection> objections, String reasonLabel) {
    super(
        Kind.INVALID,
        "The law does not allow this",
        objections.stream()
            .filter(Objection::breach)
            .map(Objection::words)
            .collect(Collectors.joining("; ", "", ".")),
        "Mend it, or say under “" + reasonLabel + "” why it is recorded all the same.");
    this.objections = List.copyOf(objections);
  }

  /** Every objection, those that are no breach included. */
  public List<Objection> objections() {
    return objections;
  }
}
