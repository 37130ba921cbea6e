package org.proffer.extract;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What the program writes, in this order: the tool; then members and problems as they come; then
 * the end, without which the program did not come to it. Each begins with a letter.
 *
 * <ul>
 *   <li>{@code T} tool and version, two texts
 *   <li>{@code M} a member: its path, then blocks of bytes, each after its length as an int; 0 ends
 *       it
 *   <li>{@code P} a problem: path, code, words, three texts
 *   <li>{@code E} the end: how many messages were read, as a long
 * </ul>
 *
 * A text is its length in bytes as an int, then UTF-8.
 */
public final class Output implements AutoCloseable {
  private static final int BLOCK = 1 << 16;

  private final DataOutputStream out;

  Output(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out, BLOCK));
  }

  void tool(String name, String version) throws IOException {
    out.writeByte('T');
    text(name);
    text(version);
  }

  /** A member; its bytes are what is written until it is closed. */
  OutputStream member(String path) throws IOException {
    out.writeByte('M');
    text(path);
    return new BufferedOutputStream(new Member(), BLOCK);
  }

  void problem(String path, String code, String words) throws IOException {
    out.writeByte('P');
    text(path);
    text(code);
    text(words);
  }

  void end(long messages) throws IOException {
    out.writeByte('E');
    out.writeLong(messages);
    out.flush();
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private final class Member extends OutputStream {
    private boolean closed;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (count > 0) {
        out.writeInt(count);
        out.write(bytes, from, count);
      }
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        out.writeInt(0);
      }
    }
  }
}
