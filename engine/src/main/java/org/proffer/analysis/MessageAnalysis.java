package org.proffer.analysis;

import java.util.List;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.law.canspam.Observation;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.mail.ParsedMessage;

/** Reads the facts of a message out of its structure. Thread-safe. */
public final class MessageAnalysis {

  /** The facts of one message; the same message always gives the same facts. */
  public MessageFacts analyze(ParsedMessage message) {
    Observation none = Observation.notJudged("analysis is being written");
    return new MessageFacts(
        message.date(),
        message.date() == null ? "none" : "Date",
        message.subject(),
        "",
        "",
        "und",
        message.outcome() != ParsedMessage.Outcome.QUARANTINED,
        false,
        new PrimaryPurpose(
            PrimaryPurpose.Value.UNDETERMINED, "CLS-01", List.of(), List.of(), List.of()),
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        List.of());
  }
}
