package org.proffer.messages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Objects;
import org.proffer.mail.ByteSource;

/** A source of which a range is held in memory. What lies outside is read where it stands. */
final class HeldBytes implements ByteSource {
  private final ByteSource whole;
  private final long from;
  private final byte[] held;

  HeldBytes(ByteSource whole, long from, byte[] held) {
    this.whole = whole;
    this.from = from;
    this.held = held;
  }

  @Override
  public long length() {
    return whole.length();
  }

  @Override
  public InputStream open(long offset) throws IOException {
    Objects.checkFromToIndex(offset, length(), length());
    long until = from + held.length;
    if (offset < from || offset >= until) {
      return whole.open(offset);
    }
    int at = (int) (offset - from);
    InputStream known = new ByteArrayInputStream(held, at, held.length - at);
    return until == length() ? known : new SequenceInputStream(known, new Later(whole, until));
  }

  /** What comes after the range, opened only when it is asked for. */
  private static final class Later extends InputStream {
    private final ByteSource whole;
    private final long offset;
    private @org.jspecify.annotations.Nullable InputStream opened;

    Later(ByteSource whole, long offset) {
      this.whole = whole;
      this.offset = offset;
    }

    private InputStream opened() throws IOException {
      InputStream in = opened;
      if (in == null) {
        in = whole.open(offset);
        opened = in;
      }
      return in;
    }

    @Override
    public int read() throws IOException {
      return opened().read();
    }

    @Override
    public int read(byte[] bytes, int at, int count) throws IOException {
      return opened().read(bytes, at, count);
    }

    @Override
    public void close() throws IOException {
      InputStream in = opened;
      if (in != null) {
        in.close();
      }
    }
  }
}
