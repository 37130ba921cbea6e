package org.proffer.mail;

import java.io.IOException;

/**
 * Finds the messages in a file that is not an archive: an mbox, or a single message. By content,
 * never by name.
 */
public final class Mailboxes {
  private Mailboxes() {}

  /** What a file is, by its content. */
  public enum Kind {
    /** Messages separated by {@code From } lines. */
    MBOX,
    /** One RFC 5322 message. */
    MESSAGE,
    /** ZIP, TAR or GZIP: see {@link Archives}. */
    ARCHIVE,
    /** No bytes at all. */
    EMPTY,
    /** Something else; the description says what it looks like. */
    OTHER
  }

  /**
   * What was recognised.
   *
   * @param kind the kind
   * @param description for a person to read, for example {@code "JPEG image"} or {@code "mbox, CRLF
   *     line ends"}
   */
  public record Recognized(Kind kind, String description) {}

  /** Receives message ranges in order. */
  @FunctionalInterface
  public interface RangeSink {
    /**
     * One message, without its {@code From } separator line.
     *
     * @return false to stop
     */
    boolean range(long offset, long length) throws IOException;
  }

  /** Looks at the first bytes. */
  public static Recognized recognize(ByteSource source) throws IOException {
    return new Recognized(source.length() == 0 ? Kind.EMPTY : Kind.OTHER, "not looked at");
  }

  /**
   * The ranges of the messages that start at or after {@code from}, in order, streamed in bounded
   * memory.
   *
   * @param from 0, or the end of the last range already taken (so that a scan can go on after a
   *     stop)
   */
  public static void scan(ByteSource source, long from, RangeSink sink) throws IOException {
    sink.range(from, source.length() - from);
  }
}
