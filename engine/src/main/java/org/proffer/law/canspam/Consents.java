package org.proffer.law.canspam;

import java.time.Instant;
import java.util.Optional;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.Consent;
import org.proffer.law.canspam.recorded.OptOutRequest;
import org.proffer.law.canspam.recorded.Recipient;

/**
 * Affirmative consent, 15 U.S.C. 7702(1): express, given to the sender or passed on with notice.
 *
 * <p>Not decided here: whether a request was clear and conspicuous; that is in the record.
 */
final class Consents {
  private Consents() {}

  /**
   * A standing consent of one recipient.
   *
   * @param verdict MET if there is one, NOT_APPLICABLE if there is none, UNDETERMINED if it cannot
   *     be said
   */
  record Found(Verdict verdict, String reason, String missing) {}

  /** Whether the recipient's consent, given before the message, stood when it was sent. */
  static Found before(Matter matter) {
    Optional<Instant> sent = matter.sentAt();
    Optional<Recipient> recipient = matter.recipient();
    String reading = "";
    for (Consent consent : matter.recorded().all(Consent.class)) {
      if (!consent.express() || (recipient.isPresent() && !recipient.get().is(consent.address()))) {
        continue;
      }
      if (recipient.isEmpty()) {
        return open("Whose consent it is", "the address this copy was sent to");
      }
      if (sent.isEmpty()) {
        return open("Whether the consent came first", "when the message was sent");
      }
      if (objected(consent, sent.get(), matter)) {
        reading = " " + Law.reading("consent-ends-with-objection", matter.lawAsOf());
      }
      if (consent.at().isBefore(sent.get()) && !ended(consent, sent.get(), matter)) {
        if (consent.passedOnNotice() || matter.senders().names().contains(consent.to())) {
          return new Found(
              Verdict.MET,
              "The recipient consented on " + consent.at() + " (" + consent.source() + ").",
              "");
        }
        if (!matter.senders().known()) {
          return open(
              "Whether the consent was given to the sender", "who the sender of the message is");
        }
      }
    }
    return matter.recorded().complete(Complete.Records.CONSENTS)
        ? new Found(
            Verdict.NOT_APPLICABLE,
            "The complete records of consent hold none that covers it." + reading,
            "")
        : new Found(
            Verdict.UNDETERMINED,
            "Consent that covers it is not recorded." + reading,
            "affirmative consent of the recipient given before sending");
  }

  /** An express consent given after an instant and before the message. */
  static Optional<Consent> between(Instant after, Instant before, String address, Matter matter) {
    return matter.recorded().all(Consent.class).stream()
        .filter(Consent::express)
        .filter(consent -> consent.address().equalsIgnoreCase(address))
        .filter(consent -> consent.at().isAfter(after) && consent.at().isBefore(before))
        .filter(consent -> !ended(consent, before, matter))
        .filter(
            consent ->
                consent.passedOnNotice()
                    || !matter.senders().known()
                    || matter.senders().names().contains(consent.to()))
        .findFirst();
  }

  private static boolean ended(Consent consent, Instant sent, Matter matter) {
    Instant withdrawn = consent.withdrawnAt();
    return (withdrawn != null && !withdrawn.isAfter(sent)) || objected(consent, sent, matter);
  }

  private static boolean objected(Consent consent, Instant sent, Matter matter) {
    return matter.recorded().all(OptOutRequest.class).stream()
        .anyMatch(
            request ->
                request.address().equalsIgnoreCase(consent.address())
                    && request.kinds().isEmpty()
                    && request.receivedBy().contains(consent.to())
                    && request.receivedAt().isAfter(consent.at())
                    && request.receivedAt().isBefore(sent));
  }

  private static Found open(String what, String missing) {
    return new Found(Verdict.UNDETERMINED, what + " is not recorded.", missing);
  }
}
