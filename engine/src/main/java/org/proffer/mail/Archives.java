package org.proffer.mail;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Opens ZIP, TAR and GZIP archives, nested in each other, into their leaf members, within one
 * budget for the whole. What is found is told by content, never by name.
 */
public final class Archives {
  private static final int BUFFER = 1 << 16;

  static final String UNSAFE =
      "The name points outside the archive; the content is read, the name is only recorded.";

  private final Budget budget;
  private final MemberSink sink;
  private long bytes;
  private int members;

  private Archives(Budget budget, MemberSink sink) {
    this.budget = budget;
    this.sink = sink;
  }

  /**
   * What one archive with everything nested in it may cost.
   *
   * @param depth archives in archives
   * @param members leaf members
   * @param bytes expanded bytes, of all leaf members and of nested archives
   * @param ratio expanded bytes to one byte of the whole archive; looked at only beyond {@code
   *     ratioFrom} expanded bytes
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
     * The entry's name points outside (absolute, {@code ..}, drive letter); its content is still
     * read.
     */
    UNSAFE_NAME,
    /** A budget was used up: expansion stopped here. */
    BUDGET
  }

  /** The budget is used up. */
  private static final class Spent extends IOException {
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
    Archives archives = new Archives(budget, sink);
    try (InputStream in = new BufferedInputStream(source.open(0), BUFFER)) {
      archives.open(in, "", 0, source.length());
    } catch (Spent spent) {
      sink.problem("", Problem.BUDGET, String.valueOf(spent.getMessage()));
    }
  }

  private void open(InputStream in, String path, int depth, long whole) throws IOException {
    if (depth > budget.depth()) {
      throw new Spent("Archives are nested deeper than " + budget.depth() + ", at " + path + ".");
    }
    in.mark(1024);
    byte[] head = in.readNBytes(TarReader.BLOCK);
    in.reset();
    Mailboxes.Recognized known = FileSignature.of(head);
    if (known == null || known.kind() != Mailboxes.Kind.ARCHIVE) {
      leaf(in, path, whole);
    } else if (known.description().contains("ZIP archive")) {
      zip(in, path, depth, whole);
    } else if (known.description().startsWith("GZIP")) {
      gzip(in, path, depth, whole);
    } else {
      new TarReader(
              in,
              sink,
              path,
              (content, name) ->
                  open(new BufferedInputStream(content, BUFFER), name, depth + 1, whole))
          .read();
    }
  }

  private void zip(InputStream in, String path, int depth, long whole) throws IOException {
    ZipDirectory directory = new ZipDirectory(in);
    ZipInputStream zip = new ZipInputStream(directory);
    String at = path;
    try {
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        at = join(path, entry.getName());
        if (isUnsafe(entry.getName())) {
          sink.problem(at, Problem.UNSAFE_NAME, UNSAFE);
        }
        if (!entry.isDirectory()) {
          open(new BufferedInputStream(unclosed(zip), BUFFER), at, depth + 1, whole);
        }
        zip.closeEntry();
      }
      int listed = directory.entries();
      if (entries == 0) {
        sink.problem(
            path, Problem.DAMAGED, "No entry could be read; the archive is empty or cut short.");
      } else if (listed != entries && listed != ZipDirectory.TOO_MANY_TO_SAY) {
        sink.problem(
            path,
            Problem.DAMAGED,
            listed < 0
                ? "The archive has no directory at its end; " + entries + " entries were read."
                : "The archive's directory lists "
                    + listed
                    + " entries; "
                    + entries
                    + " were read.");
      }
    } catch (ZipException e) {
      boolean encrypted = String.valueOf(e.getMessage()).contains("encrypted");
      sink.problem(
          at,
          encrypted ? Problem.ENCRYPTED : Problem.DAMAGED,
          encrypted
              ? "The entry needs a password; what follows it was not read."
              : "Damaged: " + e.getMessage() + ". What follows was not read.");
    } catch (java.io.EOFException e) {
      sink.problem(
          at,
          Problem.DAMAGED,
          "The archive ends within this entry; the entries before it were read.");
    }
  }

  private void gzip(InputStream in, String path, int depth, long whole) throws IOException {
    try {
      open(
          new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER),
          join(path, "content"),
          depth + 1,
          whole);
    } catch (ZipException e) {
      sink.problem(join(path, "content"), Problem.DAMAGED, "Damaged: " + e.getMessage() + ".");
    } catch (java.io.EOFException e) {
      sink.problem(join(path, "content"), Problem.DAMAGED, "The file ends early.");
    }
  }

  private void leaf(InputStream in, String path, long whole) throws IOException {
    if (++members > budget.members()) {
      throw new Spent("The archive has more than " + budget.members() + " members.");
    }
    byte[] buffer = new byte[BUFFER];
    boolean spent = false;
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

  private static InputStream unclosed(ZipInputStream zip) {
    return new FilterInputStream(zip) {
      @Override
      public void close() {
        // the archive is closed by the one who opened it
      }
    };
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
