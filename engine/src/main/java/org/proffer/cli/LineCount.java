package org.proffer.cli;

import java.io.IOException;
import java.io.InputStream;
import org.proffer.mail.ByteSource;

/** Line numbers in a file, from 1, asked for in ascending order; a line ends with its LF. */
final class LineCount {
  private final ByteSource source;
  private final byte[] buffer = new byte[1 << 16];
  private long counted;
  private int line = 1;

  LineCount(ByteSource source) {
    this.source = source;
  }

  /** The line that holds the byte at the offset. */
  int at(long offset) throws IOException {
    if (offset > counted) {
      try (InputStream in = source.slice(counted, offset - counted).open(0)) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          line += lineEnds(buffer, n);
        }
      }
      counted = offset;
    }
    return line;
  }

  /** How many lines end within the first bytes. */
  static int lineEnds(byte[] bytes, int length) {
    int ends = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        ends++;
      }
    }
    return ends;
  }
}
