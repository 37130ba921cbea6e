package org.proffer.law.sentencing;

import org.jspecify.annotations.Nullable;
import org.proffer.law.Certainty;

/**
 * Something in a sentence that the law does not allow, or that has to be looked at.
 *
 * @param code what kind of thing it is
 * @param severity whether the law is broken on what is recorded
 * @param count the number of the count it concerns; null if it concerns the whole sentence
 * @param words what a lawyer reads
 * @param citation the law
 * @param limit what the law allows or requires, in words
 * @param actual what the sentence has, in words
 * @param certainty how sure the law is
 */
public record SentenceObjection(
    Code code,
    Severity severity,
    @Nullable String count,
    String words,
    String citation,
    String limit,
    String actual,
    Certainty certainty) {

  /** Whether the law is broken on what is recorded. */
  public enum Severity {
    /** It is, unless what is recorded is wrong. */
    BREACH,
    /** A person has to look: a fact is missing, or the law leaves room. */
    DOUBT
  }

  /** What can be wrong with a sentence. */
  public enum Code {
    /** The catalogue has no such tier on the day the offence ended. */
    LAW_NOT_IN_CATALOGUE,
    /** A count of conviction without imprisonment, probation or fine. */
    SENTENCE_MISSING,
    /** Imprisonment of an organisation. */
    ORGANISATION_IMPRISONED,
    /** Longer than the statutory maximum. */
    IMPRISONMENT_OVER_MAXIMUM,
    /** Shorter than the statutory minimum. */
    IMPRISONMENT_UNDER_MINIMUM,
    /** Time served of unknown length where there is a maximum or minimum to keep. */
    TIME_SERVED_NOT_MEASURED,
    /** A term that must follow all others runs beside one. */
    CONSECUTIVE_REQUIRED,
    /** The total stated is not the sum of the groups. */
    TOTAL_DIFFERS,
    /** Supervised release longer than its class allows. */
    SUPERVISED_RELEASE_OVER_MAXIMUM,
    /** Supervised release without imprisonment. */
    SUPERVISED_RELEASE_WITHOUT_IMPRISONMENT,
    /** Probation for an offence that bars it. */
    PROBATION_BARRED,
    /** Probation beside imprisonment. */
    PROBATION_WITH_IMPRISONMENT,
    /** Probation shorter than the law requires. */
    PROBATION_UNDER_MINIMUM,
    /** Probation longer than the law allows. */
    PROBATION_OVER_MAXIMUM,
    /** A fine above the maximum. */
    FINE_OVER_MAXIMUM,
    /** A special assessment that is not the one the law fixes, or none. */
    ASSESSMENT_DIFFERS,
    /** No restitution and no finding where it is mandatory. */
    RESTITUTION_MISSING,
    /** Restitution deferred for longer than the law allows. */
    RESTITUTION_DEFERRED_TOO_LONG,
    /** No forfeiture where the court must order it. */
    FORFEITURE_MISSING
  }
}
