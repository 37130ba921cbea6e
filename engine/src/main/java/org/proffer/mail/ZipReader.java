package org.proffer.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of a ZIP archive in the order they stand in it. A damaged entry does not end
 * the archive where its length is known.
 */
final class ZipReader {
  private final ZipDirectory directory;
  private final ZipArchiveInputStream zip;
  private final Archives.MemberSink sink;
  private final String path;
  private final Archives.Nested nested;
  private final Runnable folder;

  private int entries;
  private @Nullable Last last;

  /**
   * The entry whose content was read last.
   *
   * @param sum CRC-32 of that content
   */
  private record Last(ZipArchiveEntry entry, String at, long sum) {}

  /**
   * Reads from where the stream stands to its end.
   *
   * @param folder told of each folder
   */
  ZipReader(
      InputStream in,
      Archives.MemberSink sink,
      String path,
      Archives.Nested nested,
      Runnable folder) {
    this.directory = new ZipDirectory(in);
    this.zip = new ZipArchiveInputStream(directory, StandardCharsets.ISO_8859_1.name(), true, true);
    this.sink = sink;
    this.path = path;
    this.nested = nested;
    this.folder = folder;
  }

  void read() throws IOException {
    String at = path;
    try {
      while (true) {
        ZipArchiveEntry entry = zip.getNextEntry();
        compareSum();
        if (entry == null) {
          break;
        }
        entries++;
        String name = name(entry);
        at = Archives.join(path, name);
        if (Archives.isUnsafe(name)) {
          sink.problem(at, Archives.Problem.UNSAFE_NAME, Archives.UNSAFE);
        }
        if (entry.isDirectory()) {
          folder.run();
        } else {
          content(entry, at);
        }
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      sink.problem(
          path,
          Archives.Problem.DAMAGED,
          Archives.words(e) + (at.equals(path) ? "" : " What follows “" + at + "” was not read."));
      return;
    }
    compareCount();
  }

  private void content(ZipArchiveEntry entry, String at) throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      sink.problem(at, Archives.Problem.ENCRYPTED, "The entry needs a password.");
      return;
    }
    if (!zip.canReadEntryData(entry)) {
      sink.problem(
          at,
          Archives.Problem.UNSUPPORTED,
          "The entry is packed by method " + entry.getMethod() + ", which is not read.");
      return;
    }
    CheckedInputStream content = new CheckedInputStream(unclosed(zip), new CRC32());
    try {
      nested.open(content, at);
      content.transferTo(java.io.OutputStream.nullOutputStream());
      last = new Last(entry, at, content.getChecksum().getValue());
    } catch (IOException | IllegalStateException | IndexOutOfBoundsException e) {
      sink.problem(
          at, Archives.Problem.DAMAGED, Archives.words(e) + " What could be read of it was kept.");
    }
  }

  /** The sum of an entry may stand behind it, and is known when the next one is read. */
  private void compareSum() throws IOException {
    Last read = last;
    last = null;
    if (read != null && read.entry().getCrc() >= 0 && read.entry().getCrc() != read.sum()) {
      sink.problem(
          read.at(),
          Archives.Problem.DAMAGED,
          "The content is not what was packed: its CRC-32 is %08x, the archive says %08x."
              .formatted(read.sum(), read.entry().getCrc()));
    }
  }

  private void compareCount() throws IOException {
    int listed = directory.entries();
    if (entries == 0) {
      sink.problem(
          path,
          Archives.Problem.DAMAGED,
          "No entry could be read; the archive is empty or cut short.");
    } else if (listed != entries && listed != ZipDirectory.TOO_MANY_TO_SAY) {
      sink.problem(
          path,
          Archives.Problem.DAMAGED,
          listed < 0
              ? "The archive has no directory at its end; " + entries + " entries were read."
              : "The archive's directory lists " + listed + " entries; " + entries + " were read.");
    }
  }

  /**
   * The name as its writer meant it: UTF-8 where that is said or the bytes are such, else the first
   * character set of the format, IBM code page 437.
   */
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    if (entry.getNameSource() != NameSource.NAME || raw == null) {
      return entry.getName();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return new String(
          raw,
          Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1);
    }
  }

  private static InputStream unclosed(InputStream zip) {
    return new FilterInputStream(zip) {
      @Override
      public void close() {
        // the archive is closed by the one who opened it
      }
    };
  }
}
