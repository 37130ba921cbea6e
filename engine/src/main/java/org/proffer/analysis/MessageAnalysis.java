package org.proffer.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.proffer.law.canspam.HeaderIndicator;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.law.canspam.Observation;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.mail.ParsedMessage;

/**
 * Reads the facts of a message out of its structure. Thread-safe.
 *
 * <p>Not judged by this version, and said so in each observation: the primary purpose, a menu, a
 * burden, sexual orientation, a misleading subject, impersonation.
 */
public final class MessageAnalysis {
  private static final Observation LATER =
      Observation.notJudged("this version of the engine does not look for it");

  /** The facts of one message; the same message always gives the same facts. */
  public MessageFacts analyze(ParsedMessage message) {
    Headers headers = new Headers(message);
    Body body = Body.of(message);
    Language language = Language.of(body);
    Instant sent = message.date();
    return new MessageFacts(
        sent,
        sent == null ? "none" : "Date",
        headers.subject(),
        headers.from().displayName(),
        headers.from().address(),
        language.tag(),
        message.outcome() != ParsedMessage.Outcome.QUARANTINED,
        body.isImageOnly(),
        new PrimaryPurpose(
            PrimaryPurpose.Value.UNDETERMINED,
            "none",
            List.of("this version of the engine does not classify the purpose"),
            List.of(),
            List.of()),
        OptOutMechanism.find(body, language),
        optOutHeader(headers),
        OptOutNotice.find(body, language),
        LATER,
        LATER,
        PostalAddress.find(body, language),
        AdvertisementLabel.find(headers, body, language),
        SexuallyExplicitLabel.find(headers),
        LATER,
        LATER,
        LATER,
        headerIndicators(headers));
  }

  private static Observation optOutHeader(Headers headers) {
    return headers.has("List-Unsubscribe")
        ? Observation.present(
            List.of(headers.span("List-Unsubscribe")), "in the header, not displayed")
        : Observation.absent("no List-Unsubscribe field");
  }

  private static List<HeaderIndicator> headerIndicators(Headers headers) {
    List<HeaderIndicator> found = new ArrayList<>();
    String subject = headers.subject().strip().toLowerCase(Locale.ROOT);
    if (subject.startsWith("re:") && !headers.has("In-Reply-To") && !headers.has("References")) {
      found.add(
          new HeaderIndicator(
              "RE_WITHOUT_THREAD",
              "the subject claims a reply and no field names what is replied to; some mail programs leave it out",
              List.of(headers.span("Subject"))));
    }
    return found;
  }
}
