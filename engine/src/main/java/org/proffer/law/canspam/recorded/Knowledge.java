package org.proffer.law.canspam.recorded;

/**
 * What somebody knew, or what objective circumstances fairly imply.
 *
 * @param of of what
 * @param level how
 * @param who the person
 * @param source where the fact comes from
 */
public record Knowledge(Subject of, Level level, String who, String source) implements Fact {
  /** Of what. */
  public enum Subject {
    /** That the subject heading would likely mislead about a material fact. */
    SUBJECT_MISLEADS,
    /** That the message falls within the scope of an objection. */
    WITHIN_OBJECTION
  }

  /** How. */
  public enum Level {
    /** Actual knowledge. */
    ACTUAL,
    /** Knowledge fairly implied on the basis of objective circumstances. */
    IMPLIED,
    /** Neither, as was found. */
    NONE
  }
}
