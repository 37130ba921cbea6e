package org.proffer.documents;

import java.util.List;
import java.util.Map;

/**
 * A document with what is to be done on it.
 *
 * @param missing what nobody has said yet, in the order of the document
 * @param uncertain what is said and not verified
 * @param fields blanks that the form fills, those filled included, in the order of the document
 * @param places for the drafter's own text
 * @param checks before approval
 * @param redactions what public copies leave out
 * @param form everything written in it
 */
public record DraftView(
    DocumentView document,
    List<Source> missing,
    List<Source> uncertain,
    List<Blank> fields,
    List<FreePlace> places,
    List<Check> checks,
    List<Redaction> redactions,
    Map<String, String> form) {
  public DraftView {
    missing = List.copyOf(missing);
    uncertain = List.copyOf(uncertain);
    fields = List.copyOf(fields);
    places = List.copyOf(places);
    checks = List.copyOf(checks);
    redactions = List.copyOf(redactions);
    form = Map.copyOf(form);
  }

  /**
   * A blank of the template.
   *
   * @param key in the form
   * @param text as it was written; empty if nothing was
   */
  public record Blank(String key, String label, String text) {}

  /** Whether nothing stands in the way of approval. */
  public boolean ready() {
    return checks.stream().noneMatch(c -> c.outcome() == Check.Outcome.STOP);
  }
}
