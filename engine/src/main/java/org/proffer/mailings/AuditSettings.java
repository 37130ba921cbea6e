package org.proffer.mailings;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a mailing as a whole.
 *
 * @param sender the sender where the send log names none (15 U.S.C. 7702(16)); requests that name
 *     nobody are taken as made to it
 * @param senderZone time zone of the sender's place; null where unknown
 * @param timesWithoutOffset the zone of times that carry no offset
 * @param kind which of the sender's kinds of mail this is, where the send log does not say; empty
 *     where unknown
 * @param requestsComplete whether the opt-out log is said to hold every request
 * @param consentsComplete whether the list of consents is said to hold every consent
 * @param asOf the day of the audit: what is due later is not missed yet
 */
public record AuditSettings(
    String sender,
    @Nullable ZoneId senderZone,
    ZoneId timesWithoutOffset,
    String kind,
    boolean requestsComplete,
    boolean consentsComplete,
    LocalDate asOf) {
  public AuditSettings {
    if (sender.isBlank()) {
      throw new IllegalArgumentException("the sender is empty");
    }
  }
}
