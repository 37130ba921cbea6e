package org.proffer.proof;

/**
 * A fact drawn from another fact; it is as good as that one.
 *
 * @param fact the id of the fact relied on; an id not on the board never stands
 */
public record AnotherFact(String fact) implements Source {}
