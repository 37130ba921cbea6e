package org.proffer.check;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.proffer.analysis.MessageAnalysis;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.mail.ByteSource;
import org.proffer.mail.MessageParser;
import org.proffer.mail.ParseBudget;
import org.proffer.mail.ParsedMessage;

/**
 * Checks one message. Thread-safe; the same input gives the same output on any machine, any year.
 */
public final class MessageCheck {
  private final MessageParser parser = new MessageParser(ParseBudget.DEFAULT);
  private final MessageAnalysis analysis = new MessageAnalysis();

  /**
   * Parses, analyses and checks.
   *
   * @param source the raw bytes of one message
   * @param recorded what is recorded beyond the bytes
   * @param asOf the day whose law applies; null for the day the message was sent
   * @param undated the day whose law applies where the message does not say when it was sent
   * @throws IOException only if the bytes cannot be read
   */
  public CheckedMessage check(
      ByteSource source, RecordedFacts recorded, @Nullable LocalDate asOf, LocalDate undated)
      throws IOException {
    ParsedMessage message = parser.parse(source);
    MessageFacts facts = analysis.analyze(message);
    LocalDate lawAsOf =
        asOf != null
            ? asOf
            : facts.sentAt() != null
                ? LocalDate.ofInstant(facts.sentAt(), ZoneOffset.UTC)
                : undated;
    return new CheckedMessage(
        Sha256.hex(source),
        message,
        facts,
        lawAsOf,
        CanSpamRules.evaluate(facts, recorded, lawAsOf));
  }
}
