package org.proffer.parties;

/**
 * A statement somebody made about a case; competing statements stand side by side.
 *
 * @param subject whom or what it is about
 * @param kind what it is about it, for example {@code sentence}
 * @param statement the statement, in a sentence
 * @param certainty how sure it is
 * @param source who says so
 */
public record ReportedFact(
    String subject, String kind, String statement, String certainty, String source) {}
