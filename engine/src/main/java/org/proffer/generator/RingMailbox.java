package org.proffer.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A collected mailbox: the mail of a stock-spam ring from January 2004 to August 2005 with ordinary
 * mail around it. The same seed and number give the same bytes on every machine; messages are made
 * one at a time, so that any number can be streamed.
 */
public final class RingMailbox {
  private final long seed;
  private final int messages;

  /**
   * A mailbox.
   *
   * @param messages how many, 0 or more
   */
  public RingMailbox(long seed, int messages) {
    if (messages < 0) {
      throw new IllegalArgumentException("messages " + messages);
    }
    this.seed = seed;
    this.messages = messages;
  }

  /** The messages, in the order of the mailbox. */
  public Stream<GeneratedMessage> messages() {
    return LongStream.range(0, messages)
        .mapToObj(number -> new MessageWriter(Draws.of(seed, number), number).write());
  }

  /**
   * Writes the mailbox in the mboxrd form: lines of a message that begin with {@code From }, with
   * any number of {@code >} before it, get one more {@code >}.
   */
  public void writeMbox(OutputStream out) throws IOException {
    for (GeneratedMessage message : (Iterable<GeneratedMessage>) messages()::iterator) {
      out.write(separator(message.sender(), message.sentAt()).getBytes(StandardCharsets.US_ASCII));
      out.write(quoted(message.text()).getBytes(StandardCharsets.US_ASCII));
      out.write('\n');
    }
  }

  /** The message as it stands in the mailbox. */
  static String quoted(String text) {
    return text.contains("From ") ? text.replaceAll("(?m)^(>*From )", ">$1") : text;
  }

  private static String separator(String sender, Instant at) {
    return "From " + sender + " " + Dates.asctime(at) + "\n";
  }

  /** Writes what is true of each message, one JSON object a line, in the order of the mailbox. */
  public void writeTruth(OutputStream out) throws IOException {
    for (GeneratedMessage message : (Iterable<GeneratedMessage>) messages()::iterator) {
      out.write((message.truth().json() + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }
}
