package org.proffer.messages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.mail.ParsedMessage;

/**
 * A message in a list.
 *
 * @param number its place in its item, 1 for the first
 * @param sha256 of its raw bytes
 * @param sentAt null where it cannot be told
 * @param verdict the gravest of its findings: violated, else undetermined, else met, else not
 *     applicable
 * @param violated ids of the violated requirements
 * @param undetermined ids of the undetermined requirements
 */
public record MessageSummary(
    MessageId id,
    long number,
    String sha256,
    @Nullable Instant sentAt,
    String fromName,
    String fromAddress,
    String subject,
    PrimaryPurpose.Value purpose,
    ParsedMessage.Outcome outcome,
    Verdict verdict,
    List<String> violated,
    List<String> undetermined) {
  public MessageSummary {
    violated = List.copyOf(violated);
    undetermined = List.copyOf(undetermined);
  }
}
