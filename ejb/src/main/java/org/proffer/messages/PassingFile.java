package org.proffer.messages;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.proffer.evidence.Vault;
import org.proffer.mail.ByteSource;

/** Bytes that are read once, to their end, on their way out of the portal. */
final class PassingFile implements ByteSource {
  private static final int HELD = 1 << 20;

  private final Path file;
  private final long length;

  private PassingFile(Path file, long length) {
    this.file = file;
    this.length = length;
  }

  /** Takes over what arrived: small ones into memory, others into a file that goes when read. */
  static ByteSource of(Vault.Arrival content) throws IOException {
    if (content.length() <= HELD) {
      return ByteSource.of(content.written(0, content.length()).readAll());
    }
    Path own = content.file().resolveSibling(content.file().getFileName() + ".out");
    Files.move(content.file(), own);
    return new PassingFile(own, content.length());
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public InputStream open(long offset) throws IOException {
    return new FilterInputStream(ByteSource.of(file).open(offset)) {
      @Override
      public void close() throws IOException {
        super.close();
        Files.deleteIfExists(file);
      }
    };
  }
}
