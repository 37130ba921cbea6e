package org.proffer.timestamp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.proffer.ledger.Head;
import org.proffer.ledger.TreeHash;

/**
 * A time stamp over a signed head, as it stands in a file of stamps: one line {@code SIZE ROOT
 * TOKEN}, the root and the token in Base64. What is stamped are the bytes of the signed note in
 * UTF-8, from its first line to the line feed behind its signature.
 *
 * @param size of the log
 * @param root of the log
 * @param token DER, in Base64
 */
public record StampedHead(long size, TreeHash root, String token) {

  /** A stamp over a head. */
  public static StampedHead of(Head head, byte[] token) {
    return new StampedHead(head.size(), head.root(), Base64.getEncoder().encodeToString(token));
  }

  /** The token, DER. */
  public byte[] der() {
    return Base64.getDecoder().decode(token);
  }

  /** What is stamped of a signed head. */
  public static byte[] stamped(String note) {
    return note.getBytes(StandardCharsets.UTF_8);
  }

  /** The line, with its line feed. */
  public String line() {
    return size + " " + root + " " + token + "\n";
  }

  /**
   * Reads what {@link #line} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static StampedHead parse(String line) {
    String[] parts = line.strip().split(" ", -1);
    if (parts.length != 3 || !parts[0].matches("\\d{1,18}")) {
      throw new IllegalArgumentException("This is no line of a file of time stamps");
    }
    StampedHead read =
        new StampedHead(Long.parseLong(parts[0]), TreeHash.parse(parts[1]), parts[2]);
    if (read.der().length == 0) {
      throw new IllegalArgumentException("There is no token in a line of a file of time stamps");
    }
    return read;
  }

  /**
   * Reads a file of stamps, oldest first; none where there is no file. A line that a crash left
   * without its line feed is left out.
   *
   * @throws IOException if it cannot be read, or holds something else
   */
  public static List<StampedHead> read(Path file) throws IOException {
    List<StampedHead> stamps = new ArrayList<>();
    if (!Files.exists(file)) {
      return stamps;
    }
    String text = Files.readString(file);
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      try {
        stamps.add(parse(text.substring(from, end)));
      } catch (IllegalArgumentException e) {
        throw new IOException("Line " + (stamps.size() + 1) + " of " + file + " is no stamp", e);
      }
      from = end + 1;
    }
    return stamps;
  }

  /** The note of this head among signed notes; empty if it is not among them. */
  public Optional<String> note(Collection<String> notes) {
    return notes.stream()
        .filter(
            note -> {
              Head head = Head.of(note);
              return head.size() == size && head.root().equals(root);
            })
        .findFirst();
  }
}
