package org.proffer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** A 7z archive: its files, in their order. */
final class SevenZ implements Format.Reader {
  private static final int KIBIBYTES = 160 << 10;

  @Override
  public long read(Path file, Output out) throws IOException {
    long files = 0;
    try (SevenZFile archive =
        SevenZFile.builder().setPath(file).setMaxMemoryLimitKiB(KIBIBYTES).get()) {
      for (SevenZArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        if (!entry.isDirectory() && !entry.isAntiItem()) {
          files++;
          copy(archive.getInputStream(entry), entry.getName(), out);
        }
      }
    } catch (PasswordRequiredException e) {
      out.problem("", "ENCRYPTED", "The archive needs a password.");
    }
    return files;
  }

  private static void copy(InputStream content, String name, Output out) throws IOException {
    IOException failure = null;
    try (OutputStream member = out.member(name)) {
      byte[] buffer = new byte[1 << 16];
      try {
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
          member.write(buffer, 0, n);
        }
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure instanceof PasswordRequiredException) {
      throw failure;
    }
    if (failure != null) {
      out.problem(name, "DAMAGED", Extract.words(failure));
    }
  }
}
