package org.proffer.proof;

/**
 * The reviewed rules by which a cell of the board (count, element, defendant) is judged; the first
 * that applies decides. They are rules of the office, not law: no statute asks for a second witness
 * here.
 */
public enum ProofRule {
  STIPULATED(
      Support.SUPPORTED,
      "An uncontested fact rests on a stipulation. What the parties agree on needs no second"
          + " source."),
  INDEPENDENT_SOURCES(
      Support.SUPPORTED,
      "Uncontested facts stand and go on standing whichever one evidence item or one witness is"
          + " lost."),
  ONE_SOURCE(
      Support.THIN_OR_CONTESTED,
      "Uncontested facts stand, but all of them fall with one evidence item or one witness."),
  CONTESTED(
      Support.THIN_OR_CONTESTED,
      "Facts stand, but each is disputed, has a competing fact with a source, or rests on such a"
          + " fact."),
  NO_STANDING_FACT(
      Support.NOTHING, "Facts are written, but none of them has a source that stands."),
  NO_FACT(Support.NOTHING, "No fact is written.");

  private final Support support;
  private final String words;

  ProofRule(Support support, String words) {
    this.support = support;
    this.words = words;
  }

  /** What a cell is under this rule. */
  public Support support() {
    return support;
  }

  /** The rule as the office reviewed it. */
  public String words() {
    return words;
  }
}
