package org.proffer.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** How a signed note names the key of a signature (C2SP signed-note). */
final class NoteKeys {
  /** What a line with a signature begins with. */
  static final String DASH = "\u2014 ";

  /** Number of bytes of an id. */
  static final int ID_LENGTH = 4;

  /** A signature of the log itself. */
  static final byte ED25519 = 1;

  /** A cosignature of a witness (C2SP tlog-cosignature). */
  static final byte COSIGNATURE = 4;

  private static final int RAW = 32;

  /** What stands before the 32 bytes in the X.509 form (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private NoteKeys() {}

  /** The first four bytes of the hash of name, line feed, kind and key. */
  static byte[] id(String name, PublicKey key) {
    return id(name, ED25519, key);
  }

  static byte[] id(String name, byte kind, PublicKey key) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(name.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) '\n');
      sha256.update(kind);
      sha256.update(raw(key));
      return Arrays.copyOf(sha256.digest(), ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The 32 bytes of an Ed25519 key. */
  static byte[] raw(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length);
  }

  /** The key of its 32 bytes. */
  static PublicKey key(byte[] raw) {
    if (raw.length != RAW) {
      throw new IllegalArgumentException("An Ed25519 key has 32 bytes, this has " + raw.length);
    }
    try {
      byte[] encoded = Arrays.copyOf(X509, X509.length + RAW);
      System.arraycopy(raw, 0, encoded, X509.length, RAW);
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("This is no Ed25519 key", e);
    }
  }
}
