package org.proffer.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Checks the cosignatures of one witness (C2SP tlog-cosignature, Ed25519): the witness says that at
 * that second the head continued all it had cosigned before.
 *
 * @param name of the witness, as in its lines: no spaces, no {@code +}
 * @param key of the witness, obtained from the witness
 */
public record WitnessKey(String name, PublicKey key) {
  private static final int ID = NoteKeys.ID_LENGTH;
  private static final int SIGNATURE = 64;

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it could not stand in a line
   */
  public WitnessKey {
    if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == '+' || c == 127)) {
      throw new IllegalArgumentException("This cannot be the name of a witness: " + name);
    }
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static WitnessKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length == 3) {
      byte[] bytes = Base64.getDecoder().decode(parts[2]);
      if (bytes.length > 1 && bytes[0] == NoteKeys.COSIGNATURE) {
        WitnessKey key =
            new WitnessKey(parts[0], NoteKeys.key(Arrays.copyOfRange(bytes, 1, bytes.length)));
        if (key.text().equals(text.strip())) {
          return key;
        }
      }
    }
    throw new IllegalArgumentException("This is no key of a witness: " + text.strip());
  }

  /** The key as witnesses publish it: name, id and key with {@code +} between. */
  public String text() {
    byte[] raw = NoteKeys.raw(key);
    byte[] bytes = ByteBuffer.allocate(1 + raw.length).put(NoteKeys.COSIGNATURE).put(raw).array();
    return name
        + "+"
        + HexFormat.of().formatHex(NoteKeys.id(name, NoteKeys.COSIGNATURE, key))
        + "+"
        + Base64.getEncoder().encodeToString(bytes);
  }

  /** When the witness cosigned the head in a note; empty if there is no good line of it. */
  public Optional<Instant> cosigned(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0) {
      return Optional.empty();
    }
    String text = note.substring(0, end + 1);
    return note.substring(end + 2).lines().flatMap(line -> at(line, text).stream()).findFirst();
  }

  private Optional<Instant> at(String line, String text) {
    String start = NoteKeys.DASH + name + " ";
    if (!line.startsWith(start)) {
      return Optional.empty();
    }
    try {
      ByteBuffer signed =
          ByteBuffer.wrap(Base64.getDecoder().decode(line.substring(start.length())));
      if (signed.remaining() != ID + Long.BYTES + SIGNATURE) {
        return Optional.empty();
      }
      byte[] id = new byte[ID];
      signed.get(id);
      long second = signed.getLong();
      byte[] signature = new byte[SIGNATURE];
      signed.get(signature);
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(message(text, second));
      return second >= 0
              && Arrays.equals(id, NoteKeys.id(name, NoteKeys.COSIGNATURE, key))
              && check.verify(signature)
          ? Optional.of(Instant.ofEpochSecond(second))
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  static byte[] message(String text, long second) {
    return ("cosignature/v1\ntime " + second + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }
}
