package org.proffer.authentication;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One result with what it rests on.
 *
 * @param method what was evaluated
 * @param outcome the result
 * @param reason why, for a reader; for {@link Outcome#NOT_EVALUABLE} it begins "no record of that
 *     date:"
 * @param properties what was evaluated, by the names of RFC 8601 ({@code smtp.mailfrom}, {@code
 *     header.d}, {@code header.from}, {@code policy.published-domain-policy}), in a stable order
 * @param notes what a reader must know beside the result: a weak key, a part of the body unsigned
 * @param missing the lookups that were not recorded; empty unless the outcome is not evaluable
 * @param answers the recorded answers that were used, in the order in which they were asked for
 * @param fields the header fields that the result rests on
 */
public record Evaluation(
    Method method,
    Outcome outcome,
    String reason,
    Map<String, String> properties,
    List<String> notes,
    List<DnsLookup> missing,
    List<DnsAnswer> answers,
    List<FieldSpan> fields) {

  /** How the reason of a result that is not evaluable begins. */
  public static final String NO_RECORD = "no record of that date: ";

  public Evaluation {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    notes = List.copyOf(notes);
    missing = List.copyOf(missing);
    answers = List.copyOf(answers);
    fields = List.copyOf(fields);
    if (outcome == Outcome.NOT_EVALUABLE && !reason.startsWith(NO_RECORD)) {
      throw new IllegalArgumentException(method + ": " + reason);
    }
  }
}
