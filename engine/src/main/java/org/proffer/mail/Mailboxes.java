package org.proffer.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Finds the messages in a file that is not an archive: an mbox, or a single message. By content,
 * never by name.
 *
 * <p>In an mbox a separator is a line that begins with {@code From }, names a sender and a time of
 * day, and stands at the beginning of the file or after an empty line. The empty line before a
 * separator belongs to the mailbox, not to the message; {@code >From } stays as it is in the bytes.
 * A Content-Length (mboxcl, mboxcl2) is believed where it ends exactly before a separator or at the
 * end of the file, and only there.
 */
public final class Mailboxes {
  private static final int LOOKED_AT = 4_096;
  private static final Pattern SEPARATOR =
      Pattern.compile("From \\S{1,320}.{0,60}\\d{1,2}:\\d{2}.{0,40}");
  private static final Pattern FIELD =
      Pattern.compile("(?:[!-9;-~]{1,80}[ \\t]{0,5}:|>From ).*", Pattern.DOTALL);

  private Mailboxes() {}

  /** What a file is, by its content. */
  public enum Kind {
    /** Messages separated by {@code From } lines. */
    MBOX,
    /** One RFC 5322 message. */
    MESSAGE,
    /** ZIP, TAR, GZIP, BZIP2 or XZ: see {@link Archives}. */
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
    if (source.length() == 0) {
      return new Recognized(Kind.EMPTY, "empty");
    }
    byte[] head;
    try (InputStream in = source.open(0)) {
      head = in.readNBytes(LOOKED_AT);
    }
    Recognized known = FileSignature.of(head);
    if (known != null) {
      return known;
    }
    int start = 0;
    while (start < head.length && (head[start] == '\n' || head[start] == '\r')) {
      start++;
    }
    int end = start;
    while (end < head.length && head[end] != '\n') {
      end++;
    }
    boolean crlf = end > start && end < head.length && head[end - 1] == '\r';
    String ends = crlf ? "CRLF line ends" : "LF line ends";
    String line = new String(head, start, (crlf ? end - 1 : end) - start, ISO_8859_1);
    if (SEPARATOR.matcher(line).matches()) {
      return new Recognized(Kind.MBOX, "mbox, " + ends);
    }
    if (FIELD.matcher(line).matches()) {
      return new Recognized(Kind.MESSAGE, "e-mail message, " + ends);
    }
    return new Recognized(
        Kind.OTHER, isBinary(head) ? "unknown binary data" : "text without an e-mail header");
  }

  private static boolean isBinary(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < 9) {
        return true;
      }
    }
    return false;
  }

  /**
   * The ranges of the messages that start at or after {@code from}, in order, streamed in bounded
   * memory.
   *
   * @param from 0, or the end of the last range already taken (so that a scan can go on after a
   *     stop)
   */
  public static void scan(ByteSource source, long from, RangeSink sink) throws IOException {
    if (recognize(source).kind() == Kind.MESSAGE) {
      if (from == 0) {
        sink.range(0, source.length());
      }
      return;
    }
    ByteWindow lines = new ByteWindow(source.slice(from, source.length() - from));
    try {
      scan(lines, from, source, sink);
    } finally {
      lines.close();
    }
  }

  private static void scan(ByteWindow lines, long from, ByteSource source, RangeSink sink)
      throws IOException {
    long start = -1;
    long emptyLineAt = -1;
    boolean afterEmpty = true;
    ContentLength length = new ContentLength(source);
    while (lines.next()) {
      long at = from + lines.offset();
      boolean canSeparate = lines.first && at >= length.end() && (afterEmpty || at == length.end());
      if (canSeparate && isSeparator(lines)) {
        long close = emptyLineAt >= 0 ? Math.max(emptyLineAt, length.end()) : at;
        if (start >= 0 && !sink.range(start, Math.max(0, close - start))) {
          return;
        }
        start = from + lines.offsetAfter();
        afterEmpty = false;
        emptyLineAt = -1;
        length.begin();
        continue;
      }
      afterEmpty = lines.first && lines.contentEnd == lines.start;
      emptyLineAt = afterEmpty ? at : -1;
      length.line(lines, from + lines.offsetAfter());
    }
    if (start >= 0) {
      long end = emptyLineAt > start ? Math.max(emptyLineAt, length.end()) : source.length();
      sink.range(start, end - start);
    }
  }

  static boolean isSeparator(String line) {
    return SEPARATOR.matcher(line).matches();
  }

  private static boolean isSeparator(ByteWindow w) {
    byte[] b = w.bytes;
    int s = w.start;
    return w.contentEnd - s > 10
        && b[s] == 'F'
        && b[s + 1] == 'r'
        && b[s + 2] == 'o'
        && b[s + 3] == 'm'
        && b[s + 4] == ' '
        && w.contentEnd - s < 500
        && SEPARATOR.matcher(new String(b, s, w.contentEnd - s, ISO_8859_1)).matches();
  }
}
