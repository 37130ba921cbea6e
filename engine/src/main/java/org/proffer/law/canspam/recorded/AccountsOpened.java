package org.proffer.law.canspam.recorded;

/**
 * How the accounts used for sending were opened.
 *
 * @param automated whether by scripts or other automated means
 * @param accounts how many
 * @param source where the fact comes from
 */
public record AccountsOpened(boolean automated, int accounts, String source) implements Fact {}
