package org.proffer.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Verdict;

/**
 * A finding of an audit, as it is kept.
 *
 * @param number within the audit, from 1, in the order of the send log
 */
public record AuditFinding(
    int number,
    String requirement,
    Verdict verdict,
    String address,
    @Nullable Instant at,
    long line,
    Instant requestedAt,
    long requestLine,
    LocalDate lastDay,
    String reason,
    List<String> missing,
    String kind,
    String by) {
  public AuditFinding {
    missing = List.copyOf(missing);
  }
}
