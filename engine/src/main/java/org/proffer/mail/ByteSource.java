package org.proffer.mail;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;

/**
 * Bytes that can be read from any place, any number of times, and never change while they are read.
 */
public interface ByteSource {

  /** The number of bytes. */
  long length();

  /**
   * The bytes from {@code offset} (included) to the end.
   *
   * @throws IllegalArgumentException if {@code offset} is negative or beyond {@link #length()}
   */
  InputStream open(long offset) throws IOException;

  /** The bytes from {@code offset} (included), {@code length} of them, as a source of their own. */
  default ByteSource slice(long offset, long length) {
    Objects.checkFromIndexSize(offset, length, length());
    ByteSource whole = this;
    return new ByteSource() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public InputStream open(long from) throws IOException {
        Objects.checkFromToIndex(from, length, length);
        return new Limited(whole.open(offset + from), length - from);
      }

      @Override
      public byte[] readAll() throws IOException {
        byte[] bytes = new byte[Math.toIntExact(length)];
        try (InputStream in = whole.open(offset)) {
          int read = in.readNBytes(bytes, 0, bytes.length);
          return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
        }
      }
    };
  }

  /** All bytes; only for sources known to be small. */
  default byte[] readAll() throws IOException {
    try (InputStream in = open(0)) {
      return in.readAllBytes();
    }
  }

  /** Bytes held in memory; the array is not copied and must not change. */
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public InputStream open(long offset) {
        Objects.checkFromToIndex(offset, bytes.length, bytes.length);
        return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
      }

      @Override
      public byte[] readAll() {
        return bytes;
      }
    };
  }

  /** The bytes of a regular file, of the length it has now. */
  static ByteSource of(Path file) throws IOException {
    long length = Files.size(file);
    return new ByteSource() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public InputStream open(long offset) throws IOException {
        Objects.checkFromToIndex(offset, length, length);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(offset);
        return new Limited(Channels.newInputStream(channel), length - offset);
      }
    };
  }

  /** A stream that ends after a number of bytes. */
  final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long limit) {
      super(in);
      this.left = limit;
    }

    // Bytes not yet read.
    long left() {
      return left;
    }

    @Override
    public int read() throws IOException {
      if (left <= 0) {
        return -1;
      }
      int b = in.read();
      if (b >= 0) {
        left--;
      }
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left <= 0) {
        return length == 0 ? 0 : -1;
      }
      int n = in.read(buffer, offset, (int) Math.min(length, left));
      if (n > 0) {
        left -= n;
      }
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      long skipped = in.skip(Math.min(n, left));
      left -= skipped;
      return skipped;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
