package org.proffer.mail;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Opens ZIP, TAR and GZIP, nested in each other, into their leaf members, within one budget for the
 * whole.
 */
public final class Archives {
  private Archives() {}

  /**
   * What one archive with everything nested in it may cost.
   *
   * @param depth archives in archives
   * @param members leaf members
   * @param bytes expanded bytes, of all leaf members and of nested archives
   * @param ratio expanded bytes to one compressed byte; looked at only beyond {@code ratioFrom}
   *     expanded bytes
   * @param ratioFrom see {@code ratio}
   */
  public record Budget(int depth, int members, long bytes, int ratio, long ratioFrom) {
    /** Room for any genuine mailbox. */
    public static final Budget DEFAULT = new Budget(8, 2_000_000, 1L << 40, 200, 1L << 26);
  }

  /** Receives members in the order of the archive. */
  public interface MemberSink {
    /** Opens the next leaf member; the bytes written until the stream is closed are its content. */
    OutputStream member(String path) throws IOException;

    /**
     * A member, or the rest of the archive, that could not be expanded, and why; what was written
     * of it is void.
     */
    void problem(String path, Problem problem, String detail) throws IOException;
  }

  /** Why something was not expanded. */
  public enum Problem {
    /** The archive ends early or its structure is damaged. */
    DAMAGED,
    /** Needs a password. */
    ENCRYPTED,
    /** Uses a method this reader does not have. */
    UNSUPPORTED,
    /**
     * The entry's name points outside (absolute, {@code ..}, drive letter) or is a link; content is
     * still read.
     */
    UNSAFE_NAME,
    /** A budget was used up: expansion stopped here. */
    BUDGET
  }

  /** Expands; archives nested in it are expanded in turn, with paths joined by {@code !/}. */
  public static void expand(ByteSource source, Budget budget, MemberSink sink) throws IOException {
    sink.problem("", Problem.UNSUPPORTED, "no archive reader yet");
  }
}
