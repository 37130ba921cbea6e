package org.proffer.mail;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Opens ZIP and TAR archives and GZIP, BZIP2 and XZ files, nested in each other, into their leaf
 * members, within one budget for the whole. What is found is told by content, never by name.
 */
public final class Archives {
  private static final int BUFFER = 1 << 16;

  /** What unpacking XZ may take; its strongest usual setting takes 65 MiB. */
  private static final int XZ_KIBIBYTES = 160 << 10;

  static final String UNSAFE =
      "The name points outside the archive; the content is read, the name is only recorded.";

  private final Budget budget;
  private final MemberSink sink;
  private long bytes;
  private int entries;
  private String reading = "";

  private Archives(Budget budget, MemberSink sink) {
    this.budget = budget;
    this.sink = sink;
  }

  /**
   * What one archive with everything nested in it may cost.
   *
   * @param depth archives in archives
   * @param entries leaf members, folders and nested archives
   * @param bytes expanded bytes of all leaf members
   * @param ratio expanded bytes to one byte of the whole archive; looked at only beyond {@code
   *     ratioFrom} expanded bytes
   * @param ratioFrom see {@code ratio}
   */
  public record Budget(int depth, int entries, long bytes, int ratio, long ratioFrom) {
    /** Room for any genuine mailbox. */
    public static final Budget DEFAULT = new Budget(8, 2_000_000, 1L << 40, 200, 1L << 26);
  }

  /** Receives members in the order of the archive. */
  public interface MemberSink {
    /** Opens the next leaf member; the bytes written until the stream is closed are its content. */
    OutputStream member(String path) throws IOException;

    /**
     * A member, or the rest of the archive, that could not be expanded as it should, and why. It
     * comes before the next member is opened. What was read of a damaged member stands, it may be
     * all there is; a member that used up the budget is void.
     *
     * @param path of the member; empty where it is the archive as a whole
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
     * The entry's name points outside (absolute, {@code ..}, drive letter); its content is still
     * read.
     */
    UNSAFE_NAME,
    /** A budget was used up: expansion stopped here. */
    BUDGET;

    /** Whether a problem at this path makes the member that was opened last void. */
    public boolean voids(String path) {
      return this == BUDGET && !path.isEmpty();
    }
  }

  /** The budget is used up. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent(String message) {
      super(message);
    }
  }

  /**
   * Expands; archives nested in it are expanded in turn, with paths joined by {@code !/}.
   *
   * @throws IOException only if the source cannot be read or the sink cannot take the bytes
   */
  public static void expand(ByteSource source, Budget budget, MemberSink sink) throws IOException {
    try {
      MemberSink kept = Outside.of(sink);
      Archives archives = new Archives(budget, kept);
      try (InputStream in = new BufferedInputStream(Outside.of(() -> source.open(0)), BUFFER)) {
        archives.open(in, "", 0, source.length());
      } catch (Spent spent) {
        kept.problem("", Problem.BUDGET, String.valueOf(spent.getMessage()));
      }
    } catch (UncheckedIOException outside) {
      throw outside.getCause();
    }
  }

  private void open(InputStream in, String path, int depth, long whole) throws IOException {
    if (depth > budget.depth()) {
      throw new Spent("Archives are nested deeper than " + budget.depth() + ", at " + path + ".");
    }
    entry();
    in.mark(1024);
    byte[] head = in.readNBytes(TarReader.BLOCK);
    in.reset();
    Mailboxes.Recognized known = FileSignature.of(head);
    if (known == null || known.kind() != Mailboxes.Kind.ARCHIVE) {
      leaf(in, path, whole);
      return;
    }
    Nested nested = (content, name) -> open(buffered(content), name, depth + 1, whole);
    switch (known.description()) {
      case "ZIP archive", "empty ZIP archive" ->
          new ZipReader(in, sink, path, nested, this::entry).read();
      case "GZIP file" ->
          unpacked(
              () ->
                  GzipCompressorInputStream.builder()
                      .setInputStream(in)
                      .setDecompressConcatenated(true)
                      .get(),
              path,
              nested);
      case "BZIP2 file" -> unpacked(() -> new BZip2CompressorInputStream(in, true), path, nested);
      case "XZ file" -> unpacked(() -> new XZInputStream(in, XZ_KIBIBYTES), path, nested);
      default -> new TarReader(in, sink, path, nested, this::entry).read();
    }
  }

  /** Opens what stands in an archive, or is packed in a file. */
  interface Nested {
    void open(InputStream content, String path) throws IOException;
  }

  /** Makes the stream of an unpacked file. */
  private interface Unpacking {
    InputStream open() throws IOException;
  }

  /** A file that is packed as a whole. */
  private void unpacked(Unpacking unpacking, String path, Nested nested) throws IOException {
    String inner = join(path, "content");
    reading = "";
    try {
      nested.open(unpacking.open(), inner);
    } catch (org.tukaani.xz.MemoryLimitException | MemoryLimitException e) {
      sink.problem(
          path, Problem.UNSUPPORTED, "Unpacking it takes more memory than is given: " + words(e));
    } catch (IOException | IllegalStateException | IndexOutOfBoundsException e) {
      sink.problem(
          reading.isEmpty() ? path : reading,
          Problem.DAMAGED,
          words(e) + (reading.isEmpty() ? "" : " What came before was read."));
    }
  }

  /** What the reader of a format says of damage. */
  static String words(Exception e) {
    return e instanceof EOFException
        ? "It ends early."
        : "Damaged: "
            + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
            + ".";
  }

  private static InputStream buffered(InputStream content) {
    return new BufferedInputStream(content, BUFFER);
  }

  private void entry() {
    if (++entries > budget.entries()) {
      throw new Spent("The archive has more than " + budget.entries() + " entries.");
    }
  }

  private void leaf(InputStream in, String path, long whole) throws IOException {
    byte[] buffer = new byte[BUFFER];
    boolean spent = false;
    reading = path;
    try (OutputStream out = sink.member(path)) {
      for (int n = in.read(buffer); n >= 0 && !spent; n = in.read(buffer)) {
        bytes += n;
        spent =
            bytes > budget.bytes()
                || (bytes > budget.ratioFrom() && bytes / Math.max(1, whole) > budget.ratio());
        if (!spent) {
          out.write(buffer, 0, n);
        }
      }
    }
    reading = "";
    if (spent) {
      String detail =
          "Expansion stopped: "
              + bytes
              + " bytes came out of an archive of "
              + whole
              + " bytes. The original is kept.";
      sink.problem(path, Problem.BUDGET, detail);
      throw new Spent("What follows " + path + " was not expanded.");
    }
  }

  static String join(String path, String name) {
    return path.isEmpty() ? name : path + "!/" + name;
  }

  static boolean isUnsafe(String name) {
    String slashed = name.replace('\\', '/');
    return slashed.startsWith("/")
        || slashed.matches("[A-Za-z]:.*")
        || slashed.equals("..")
        || slashed.startsWith("../")
        || slashed.contains("/../");
  }
}
