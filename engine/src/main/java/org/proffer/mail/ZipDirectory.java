package org.proffer.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a ZIP archive on their way to the one who reads its entries, of which the last are
 * kept: they say how many entries the archive has.
 */
final class ZipDirectory extends FilterInputStream {
  /** The directory of an archive with 65,535 entries or more does not say how many. */
  static final int TOO_MANY_TO_SAY = 0xffff;

  private static final int LONGEST_COMMENT = 0xffff;
  private static final int RECORD = 22;

  private final byte[] tail = new byte[LONGEST_COMMENT + RECORD];
  private long seen;

  ZipDirectory(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      tail[(int) (seen++ % tail.length)] = (byte) b;
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = in.read(buffer, offset, length);
    int kept = Math.max(0, n - tail.length);
    for (int i = kept; i < n; i++) {
      tail[(int) ((seen + i) % tail.length)] = buffer[offset + i];
    }
    seen += Math.max(0, n);
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    return readNBytes((int) Math.min(n, 1 << 13)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Reads to the end; the number of entries by the directory, or -1 where there is none. */
  int entries() throws IOException {
    byte[] buffer = new byte[1 << 13];
    while (read(buffer, 0, buffer.length) >= 0) {
      // the bytes are kept on the way
    }
    long first = Math.max(0, seen - tail.length);
    for (long at = seen - RECORD; at >= first; at--) {
      if (at(at) == 'P' && at(at + 1) == 'K' && at(at + 2) == 5 && at(at + 3) == 6) {
        return at(at + 10) | (at(at + 11) << 8);
      }
    }
    return -1;
  }

  private int at(long position) {
    return tail[(int) (position % tail.length)] & 0xff;
  }
}
