package org.proffer.compliance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a mailing, and what its own check says.
 *
 * @param number in the file, from 1
 * @param address whose copy it is; empty if it does not say
 * @param sentAt as its header says; null if it does not
 * @param sha256 of its bytes
 * @param violated duties that are violated
 * @param undetermined duties that are open
 * @param reasons why, by the duties that are violated
 */
public record MailingMessage(
    int number,
    String address,
    @Nullable Instant sentAt,
    String messageId,
    String subject,
    String sha256,
    List<String> violated,
    List<String> undetermined,
    Map<String, String> reasons) {
  public MailingMessage {
    violated = List.copyOf(violated);
    undetermined = List.copyOf(undetermined);
    reasons = Map.copyOf(reasons);
  }
}
