package org.proffer.mail;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Tells a disk that cannot be read or written from an archive that is damaged: failures of the
 * source and the sink pass the readers of archives unchecked, who take checked ones for damage.
 */
final class Outside {
  private Outside() {}

  /** Something done with the source or the sink. */
  interface Doing<T> {
    T done() throws IOException;
  }

  private static <T> T unchecked(Doing<T> doing) {
    try {
      return doing.done();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream of(Doing<InputStream> source) {
    return new FilterInputStream(unchecked(source)) {
      @Override
      public int read() {
        return unchecked(in::read);
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        return unchecked(() -> in.read(buffer, offset, length));
      }
    };
  }

  static Archives.MemberSink of(Archives.MemberSink sink) {
    return new Archives.MemberSink() {
      @Override
      public OutputStream member(String path) {
        return stream(unchecked(() -> sink.member(path)));
      }

      @Override
      public void problem(String path, Archives.Problem problem, String detail) {
        unchecked(
            () -> {
              sink.problem(path, problem, detail);
              return path;
            });
      }
    };
  }

  private static OutputStream stream(OutputStream member) {
    return new FilterOutputStream(member) {
      @Override
      public void write(byte[] bytes, int from, int count) {
        unchecked(
            () -> {
              out.write(bytes, from, count);
              return count;
            });
      }

      @Override
      public void close() {
        unchecked(
            () -> {
              out.close();
              return out;
            });
      }
    };
  }
}
