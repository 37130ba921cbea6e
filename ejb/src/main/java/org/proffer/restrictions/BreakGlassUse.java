package org.proffer.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One use of break-glass.
 *
 * @param login who entered
 * @param reason why, in the person's words
 * @param until the first instant at which the case is closed to the person again
 * @param due the business day by whose end a supervising attorney reviews it
 * @param review what the reviewer found; empty until it was reviewed
 */
public record BreakGlassUse(
    UUID id,
    UUID caseId,
    String login,
    String reason,
    Instant began,
    Instant until,
    LocalDate due,
    @Nullable Instant reviewedAt,
    String reviewedBy,
    String review) {}
