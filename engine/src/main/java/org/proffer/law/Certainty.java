package org.proffer.law;

/** How sure a row of law is, in words for the screen. */
public enum Certainty {
  /** Read in a copy of the text of the law itself. */
  VERIFIED("verified in the text of the law"),
  /** Settled law that was not looked up in its text. */
  FROM_KNOWLEDGE("from knowledge, not looked up in the text"),
  /** Not to be relied on before somebody has looked it up. */
  TO_BE_CONFIRMED("to be confirmed before it is relied on");

  private final String words;

  Certainty(String words) {
    this.words = words;
  }

  /** The words for the screen. */
  public String words() {
    return words;
  }

  /** The less sure of the two: a conclusion is as sure as its weakest premise. */
  public Certainty and(Certainty other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
