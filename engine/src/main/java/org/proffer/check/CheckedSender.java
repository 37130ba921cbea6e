package org.proffer.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proffer.authentication.AuthenticationReport;
import org.proffer.authentication.Evaluation;
import org.proffer.authentication.Method;
import org.proffer.authentication.Outcome;

/**
 * Who may have sent a message, by the DNS data recorded for the time it was received.
 *
 * @param receivedAt the moment whose DNS data is applied; null where none is known
 * @param receivedSays who says that it was received then, in words; empty where nobody does
 * @param report the results
 */
public record CheckedSender(
    @Nullable Instant receivedAt, String receivedSays, AuthenticationReport report) {

  /** Nothing can be said, for this reason. */
  static CheckedSender notEvaluable(String reason) {
    return new CheckedSender(
        null,
        "",
        new AuthenticationReport(
            notEvaluable(Method.SPF, reason),
            List.of(notEvaluable(Method.DKIM, reason)),
            List.of(),
            notEvaluable(Method.DMARC, reason),
            notEvaluable(Method.ARC, reason),
            List.of()));
  }

  private static Evaluation notEvaluable(Method method, String reason) {
    return new Evaluation(
        method,
        Outcome.NOT_EVALUABLE,
        Evaluation.NO_RECORD + reason,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
