package org.proffer.analysis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.law.canspam.Observation;
import org.proffer.mail.Hop;
import org.proffer.mail.ParsedMessage;

/** Reads the facts of a message out of its structure. Thread-safe. */
public final class MessageAnalysis {

  /** The facts of one message; the same message always gives the same facts. */
  public MessageFacts analyze(ParsedMessage message) {
    Headers headers = new Headers(message);
    Body body = Body.of(message);
    Language language = Language.of(body);
    Sender sender = Sender.of(headers);
    Purpose purpose = new Purpose(headers, sender, body);
    Observation from = FromImpersonation.find(headers, sender, body, purpose);
    Instant received = received(message);
    return new MessageFacts(
        message.date() != null ? message.date() : received,
        message.date() != null ? "Date" : received != null ? "Received" : "none",
        message.subject(),
        headers.from().displayName(),
        headers.from().address(),
        language.tag(),
        message.outcome() != ParsedMessage.Outcome.QUARANTINED,
        body.isImageOnly(),
        purpose.result(),
        OptOutMechanism.find(body, language),
        OptOutHeader.find(headers),
        OptOutNotice.find(body, language),
        OptOutMenu.find(body, language),
        OptOutBurden.find(body, language),
        PostalAddress.find(body, language),
        AdvertisementLabel.find(headers, body, language),
        SexuallyExplicitLabel.find(headers),
        SexuallyOriented.find(headers, body, language),
        SubjectMisleading.find(headers, sender, body, purpose, from),
        from,
        HeaderTraces.find(headers));
  }

  /** The earliest clock of the Received lines; null where none can be read. */
  private static @Nullable Instant received(ParsedMessage message) {
    Instant earliest = null;
    for (Hop hop : message.hops()) {
      Instant at = hop.at();
      if (at != null && (earliest == null || at.isBefore(earliest))) {
        earliest = at;
      }
    }
    return earliest;
  }
}
