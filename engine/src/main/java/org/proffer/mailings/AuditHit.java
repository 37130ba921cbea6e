package org.proffer.mailings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Verdict;

/**
 * A send, a transfer or a missing suppression that the audit found, with its verdict.
 *
 * @param requirement id of the rule: SUP-01 for a send after a request, SUP-02 for one by somebody
 *     who acts for the sender or an address that never reached its list, SUP-04 for a transfer
 * @param verdict VIOLATED or UNDETERMINED
 * @param address in lower case
 * @param at when it was sent or given away; null for a suppression that is missing
 * @param line in the send log or list of transfers, from 1; 0 where there is none
 * @param requestedAt when the request was received
 * @param requestLine in the opt-out log, from 1
 * @param lastDay the tenth business day after the request, in the zone of the sender or else UTC
 * @param reason a sentence that names the facts
 * @param missing the facts that would decide it; empty unless UNDETERMINED
 * @param kind which kind of mail; empty where unknown
 * @param by who sent or gave it, or whose list it is missing on; empty where the sender did
 */
public record AuditHit(
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
  public AuditHit {
    missing = List.copyOf(missing);
  }

  /** Takes what is found, in the order of the send log. */
  public interface Sink {
    /** Takes one. */
    void take(AuditHit hit);
  }
}
