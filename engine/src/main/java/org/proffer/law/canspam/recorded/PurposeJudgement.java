package org.proffer.law.canspam.recorded;

/**
 * A person's reading of the primary purpose (16 CFR 316.3); it overrules the engine's.
 *
 * @param purpose the class
 * @param by who judged
 * @param source where the fact comes from
 */
public record PurposeJudgement(Purpose purpose, String by, String source) implements Fact {
  /** The classes. */
  public enum Purpose {
    /** Commercial. */
    COMMERCIAL,
    /** Transactional or relationship. */
    TRANSACTIONAL,
    /** Neither. */
    OTHER
  }
}
