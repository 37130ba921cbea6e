package org.proffer.proof;

import java.util.List;

/**
 * Something on the board that supports nothing because of how it is written. It is named and the
 * rest of the board is judged.
 *
 * @param facts the ids of the facts concerned
 */
public record BoardDefect(Kind kind, List<String> facts, String words) {

  /** What is wrong. */
  public enum Kind {
    /** Facts rest on each other in a circle; only what also rests on evidence stands. */
    CIRCLE,
    /** A fact names another that is not on the board. */
    UNKNOWN_FACT,
    /** A fact is to prove an element, or something against a defendant, that is not charged. */
    NOT_CHARGED
  }

  public BoardDefect {
    facts = List.copyOf(facts);
  }
}
