package org.proffer.cases;

import java.time.Instant;

/**
 * A case in a list.
 *
 * @param court name of the court
 * @param docketNumber empty while there is none
 * @param items evidence items
 * @param messages messages read out of them
 * @param violated messages with a violated requirement
 */
public record CaseSummary(
    CaseId id,
    String title,
    String court,
    String docketNumber,
    CaseStatus status,
    boolean demonstration,
    Instant openedAt,
    long items,
    long messages,
    long violated) {}
