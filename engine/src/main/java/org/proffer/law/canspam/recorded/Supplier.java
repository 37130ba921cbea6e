package org.proffer.law.canspam.recorded;

/**
 * A third party that provides goods, services or property to a promoted business, for 15 U.S.C.
 * 7705(b).
 *
 * @param name who
 * @param majorityInterest whether it owns or has more than half of the ownership or economic
 *     interest
 * @param actualKnowledge whether it actually knows of the promotion
 * @param benefit whether it receives or expects an economic benefit from it
 * @param source where the fact comes from
 */
public record Supplier(
    String name, boolean majorityInterest, boolean actualKnowledge, boolean benefit, String source)
    implements Fact {}
