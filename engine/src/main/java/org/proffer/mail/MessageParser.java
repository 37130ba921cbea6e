package org.proffer.mail;

import java.io.IOException;

/**
 * Reads one message. Thread-safe; never throws for what the bytes say, only when they cannot be
 * read.
 */
public final class MessageParser {
  private final ParseBudget budget;

  /** A parser that spends at most so much on a message. */
  public MessageParser(ParseBudget budget) {
    this.budget = budget;
  }

  /**
   * Reads the message whose bytes are the whole of {@code source}, in one pass.
   *
   * @throws IOException only if the source itself cannot be read
   */
  public ParsedMessage parse(ByteSource source) throws IOException {
    return new MessagePass(source, budget).read();
  }
}
