package org.proffer.launcher;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts backups, with a key from a file or from a passphrase. Each piece of a mebibyte is
 * encrypted and authenticated by itself (AES-256-GCM) together with its place and whether it is the
 * last, so that nothing can be changed, left out, put elsewhere or cut off; memory does not grow
 * with the size.
 *
 * <p>A sealed backup begins with one readable line, which is authenticated too: {@code
 * proffer-sealed-backup 1 key ID}, or {@code proffer-sealed-backup 1 passphrase ITERATIONS SALT}.
 * From a passphrase the key is made by PBKDF2 with HMAC-SHA-256.
 */
final class BackupSeal {
  /** Characters of a passphrase at least. */
  static final int SHORTEST_PASSPHRASE = 16;

  private static final String MAGIC = "proffer-sealed-backup 1 ";
  private static final Pattern OF_PASSPHRASE =
      Pattern.compile("passphrase (\\d{1,8}) ([A-Za-z0-9+/=]{24})");
  private static final int ITERATIONS = 600_000;
  private static final int MOST_ITERATIONS = 10_000_000;
  private static final int KEY_BYTES = 32;
  private static final int LONGEST_LINE = 200;
  private static final int PIECE = 1 << 20;

  private final byte @Nullable [] key;
  private final @Nullable String passphrase;

  private BackupSeal(byte @Nullable [] key, @Nullable String passphrase) {
    this.key = key;
    this.passphrase = passphrase;
  }

  /**
   * A seal with the key in a file: 32 bytes in Base64, as {@code head -c 32 /dev/urandom | base64}
   * writes it.
   *
   * @throws CannotStart if there is none in it
   */
  static BackupSeal ofKey(Path file) throws IOException {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(Files.readString(file).strip());
    } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
      key = new byte[0];
    } catch (java.nio.file.NoSuchFileException e) {
      throw new CannotStart(
          "There is no key of backups in "
              + file
              + ": make one with head -c 32 /dev/urandom | base64 > "
              + file
              + ", and keep a copy apart from the backups.",
          e);
    }
    if (key.length != KEY_BYTES) {
      throw new CannotStart("The file " + file + " is no key of backups: 32 bytes in Base64.");
    }
    return new BackupSeal(key, null);
  }

  /**
   * A seal with a passphrase.
   *
   * @throws CannotStart if it is too short
   */
  static BackupSeal ofPassphrase(String passphrase) {
    if (passphrase.codePointCount(0, passphrase.length()) < SHORTEST_PASSPHRASE) {
      throw new CannotStart(
          "The passphrase of backups has fewer than " + SHORTEST_PASSPHRASE + " characters.");
    }
    return new BackupSeal(null, passphrase);
  }

  /** Writes what goes in encrypted; closing it ends the last piece, and leaves the other open. */
  OutputStream sealing(OutputStream out) throws IOException {
    String line = key == null ? passphraseLine() : "key " + id(key);
    byte[] header = (MAGIC + line + "\n").getBytes(StandardCharsets.US_ASCII);
    out.write(header);
    try {
      return cipher(keyFor(line)).newEncryptingStream(new LeftOpen(out), header);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-256-GCM", e);
    }
  }

  private static String passphraseLine() {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return "passphrase " + ITERATIONS + " " + Base64.getEncoder().encodeToString(salt);
  }

  /**
   * Reads a backup, sealed or not.
   *
   * @param bytes of the backup, from its beginning; marks must be supported
   * @param seal what opens it; null for none
   * @throws CannotStart if it is sealed and this seal does not open it; while it is read, if it was
   *     changed or cut off
   */
  static InputStream opened(Path backup, InputStream bytes, @Nullable BackupSeal seal)
      throws IOException {
    bytes.mark(LONGEST_LINE);
    String begin = new String(bytes.readNBytes(LONGEST_LINE), StandardCharsets.ISO_8859_1);
    bytes.reset();
    if (!begin.startsWith(MAGIC)) {
      return bytes;
    }
    String line = begin.substring(MAGIC.length()).split("\n", 2)[0];
    byte[] header = bytes.readNBytes(MAGIC.length() + line.length() + 1);
    if (seal == null) {
      throw new CannotStart(
          "The backup "
              + backup
              + " is sealed: give its key with --seal-key FILE, or its passphrase with --seal-passphrase FILE.");
    }
    try {
      return new Checked(
          backup, cipher(seal.opening(backup, line)).newDecryptingStream(bytes, header));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-256-GCM", e);
    }
  }

  private byte[] opening(Path backup, String line) {
    boolean withKey = line.startsWith("key ");
    if (withKey && key == null) {
      throw new CannotStart(
          "The backup " + backup + " is sealed with a key: give --seal-key FILE.");
    }
    if (!withKey && passphrase == null) {
      throw new CannotStart(
          "The backup " + backup + " is sealed with a passphrase: give --seal-passphrase FILE.");
    }
    if (key != null && !line.equals("key " + id(key))) {
      throw new CannotStart(
          "The backup "
              + backup
              + " is sealed with the key "
              + line.substring(4)
              + "; the given one is "
              + id(key)
              + ".");
    }
    return keyFor(line);
  }

  private byte[] keyFor(String line) {
    if (key != null) {
      return key;
    }
    Matcher parts = OF_PASSPHRASE.matcher(line);
    if (!parts.matches() || Integer.parseInt(parts.group(1)) > MOST_ITERATIONS) {
      throw new CannotStart("The first line of the backup says of no way to open it: " + line);
    }
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(
              new PBEKeySpec(
                  String.valueOf(passphrase).toCharArray(),
                  Base64.getDecoder().decode(parts.group(2)),
                  Math.max(1, Integer.parseInt(parts.group(1))),
                  KEY_BYTES * 8))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2 with HMAC-SHA-256", e);
    }
  }

  /** A name of the key that tells nothing about it. */
  private static String id(byte[] key) {
    byte[] name = "proffer backup key ".getBytes(StandardCharsets.US_ASCII);
    java.security.MessageDigest digest = BackupFile.sha256();
    digest.update(name);
    return HexFormat.of().formatHex(digest.digest(key), 0, 8);
  }

  private static AesGcmHkdfStreaming cipher(byte[] key) throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, PIECE, 0);
  }

  /** Passes everything on but the end. */
  private static final class LeftOpen extends FilterOutputStream {
    LeftOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /** Says in words what the cipher found. */
  private static final class Checked extends FilterInputStream {
    private final Path backup;

    Checked(Path backup, InputStream in) {
      super(in);
      this.backup = backup;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return in.read(bytes, from, length);
      } catch (IOException e) {
        throw new CannotStart(
            "The backup "
                + backup
                + " cannot be opened: the passphrase is another one, or it was changed or cut off.",
            e);
      }
    }
  }
}
