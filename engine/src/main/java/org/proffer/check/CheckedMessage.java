package org.proffer.check;

import java.time.LocalDate;
import java.util.List;
import org.proffer.law.Finding;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.mail.ParsedMessage;

/**
 * Everything the engine says of one message.
 *
 * @param sha256 hexadecimal SHA-256 of the raw bytes
 * @param message the structure
 * @param facts what it shows
 * @param lawAsOf the day whose law was applied
 * @param sender who may have sent it, by recorded DNS data
 * @param findings one a requirement, in the order of the Act
 */
public record CheckedMessage(
    String sha256,
    ParsedMessage message,
    MessageFacts facts,
    LocalDate lawAsOf,
    CheckedSender sender,
    List<Finding> findings) {
  public CheckedMessage {
    findings = List.copyOf(findings);
  }

  /** A message of whose sender nothing is recorded. */
  public CheckedMessage(
      String sha256,
      ParsedMessage message,
      MessageFacts facts,
      LocalDate lawAsOf,
      List<Finding> findings) {
    this(sha256, message, facts, lawAsOf, RecordedDelivery.NO_DNS, findings);
  }
}
