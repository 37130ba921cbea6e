package org.proffer.documents;

/**
 * What was checked of a document, and what came of it.
 *
 * @param name what was checked
 * @param outcome whether it stands in the way
 * @param detail what was found
 * @param next what to do; empty if it is well
 */
public record Check(String name, Outcome outcome, String detail, String next) {
  /** Whether it stands in the way. */
  public enum Outcome {
    /** Well. */
    WELL,
    /** To be looked at. */
    LOOK,
    /** Stands in the way of approval. */
    STOP
  }

  static Check well(String name, String detail) {
    return new Check(name, Outcome.WELL, detail, "");
  }

  static Check look(String name, String detail, String next) {
    return new Check(name, Outcome.LOOK, detail, next);
  }

  static Check stop(String name, String detail, String next) {
    return new Check(name, Outcome.STOP, detail, next);
  }
}
