package org.proffer.law.canspam.recorded;

/**
 * A person's recorded answer to a question that the bytes cannot answer.
 *
 * @param question which
 * @param yes the answer
 * @param by who judged
 * @param source where the fact comes from
 */
public record Judgement(Question question, boolean yes, String by, String source) implements Fact {
  /** The questions. */
  public enum Question {
    /** Is the material sexually oriented (15 U.S.C. 7704(d)(4))? */
    SEXUALLY_ORIENTED,
    /** Is the subject likely to mislead a reasonable recipient about a material fact? */
    SUBJECT_MISLEADS,
    /** Is it clear and conspicuous from the whole message that it is an advertisement? */
    ADVERTISEMENT_OBVIOUS,
    /** Is the way to object clearly and conspicuously displayed? */
    OPT_OUT_SHOWN,
    /** Is the notice of the opportunity to object clear and conspicuous? */
    NOTICE_SHOWN,
    /** Does the first view hold nothing beyond what 16 CFR 316.4(a)(2) allows? */
    FIRST_VIEW_CLEAN
  }
}
