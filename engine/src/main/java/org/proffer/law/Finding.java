package org.proffer.law;

import java.time.LocalDate;
import java.util.List;

/**
 * What one requirement says of one message.
 *
 * @param requirement id, as in the list of requirements
 * @param citation the paragraph
 * @param verdict one of four
 * @param lawAsOf the day whose law was applied: the day the message was sent
 * @param reason a sentence that names the facts
 * @param missing the facts that would decide it; empty unless {@link Verdict#UNDETERMINED}
 * @param spans the words it rests on
 */
public record Finding(
    String requirement,
    String citation,
    Verdict verdict,
    LocalDate lawAsOf,
    String reason,
    List<String> missing,
    List<Span> spans) {

  public Finding {
    missing = List.copyOf(missing);
    spans = List.copyOf(spans);
    if ((verdict == Verdict.UNDETERMINED) == missing.isEmpty()) {
      throw new IllegalArgumentException(
          requirement
              + ": missing facts go with UNDETERMINED and only with it, verdict "
              + verdict);
    }
  }
}
