package org.proffer.law.canspam.recorded;

/**
 * A business promoted in the message, for 15 U.S.C. 7705(a).
 *
 * @param business whose
 * @param knewOrShouldHave whether it knew, or should have known in the ordinary course
 * @param benefit whether it received or expected an economic benefit
 * @param reasonableAction whether it took reasonable action to prevent it, or to detect and report
 *     it
 * @param source where the fact comes from
 */
public record Promotion(
    String business,
    boolean knewOrShouldHave,
    boolean benefit,
    boolean reasonableAction,
    String source)
    implements Fact {}
