package org.proffer.check;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.proffer.analysis.MessageAnalysis;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Transmission;
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
  private final RecordedDelivery delivery;

  /** A check that knows nothing of who sent a message. */
  public MessageCheck() {
    this(RecordedDelivery.NONE);
  }

  /** A check that also authenticates senders by what is recorded. */
  public MessageCheck(RecordedDelivery delivery) {
    this.delivery = delivery;
  }

  /**
   * Parses, analyses and checks.
   *
   * @param source the raw bytes of one message
   * @param recorded what is recorded beyond the bytes
   * @param asOf the day whose law applies; null for the day the message was sent, as recorded or
   *     else as it says itself
   * @param undated the day whose law applies where the message does not say when it was sent
   * @throws IOException only if the bytes cannot be read
   */
  public CheckedMessage check(
      ByteSource source, RecordedFacts recorded, @Nullable LocalDate asOf, LocalDate undated)
      throws IOException {
    return check(source, Sha256.hex(source), parser.parse(source), recorded, asOf, undated);
  }

  /**
   * Parses, analyses and checks, with what a file records of this message.
   *
   * @param source the raw bytes of one message
   * @param recorded what is recorded of all messages and of this one
   * @param asOf the day whose law applies; null for the day the message was sent, as recorded or
   *     else as it says itself
   * @param undated the day whose law applies where the message does not say when it was sent
   * @throws IOException only if the bytes cannot be read
   */
  public CheckedMessage check(
      ByteSource source, FactsFile recorded, @Nullable LocalDate asOf, LocalDate undated)
      throws IOException {
    String sha256 = Sha256.hex(source);
    ParsedMessage message = parser.parse(source);
    return check(source, sha256, message, recorded.of(sha256, message.messageId()), asOf, undated);
  }

  private CheckedMessage check(
      ByteSource source,
      String sha256,
      ParsedMessage message,
      RecordedFacts recorded,
      @Nullable LocalDate asOf,
      LocalDate undated)
      throws IOException {
    MessageFacts facts = analysis.analyze(message);
    Instant sentAt = recorded.last(Transmission.class).map(Transmission::at).orElse(facts.sentAt());
    LocalDate lawAsOf =
        asOf != null
            ? asOf
            : sentAt != null ? LocalDate.ofInstant(sentAt, ZoneOffset.UTC) : undated;
    return new CheckedMessage(
        sha256,
        message,
        facts,
        lawAsOf,
        delivery.check(source, message, recorded),
        CanSpamRules.evaluate(facts, recorded, lawAsOf));
  }
}
