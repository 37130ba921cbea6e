package org.proffer.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;

/** How a signed note names the key of a signature (C2SP signed-note). */
final class NoteKeys {
  /** What a line with a signature begins with. */
  static final String DASH = "\u2014 ";

  /** Number of bytes of an id. */
  static final int ID_LENGTH = 4;

  private static final byte ED25519 = 1;

  private NoteKeys() {}

  /** The first four bytes of the hash of name, line feed, kind and key. */
  static byte[] id(String name, PublicKey key) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(name.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) '\n');
      sha256.update(ED25519);
      byte[] encoded = key.getEncoded();
      sha256.update(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
      return Arrays.copyOf(sha256.digest(), ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
