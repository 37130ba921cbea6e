package org.proffer.check;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.proffer.mail.ByteSource;

/** SHA-256 (FIPS 180-4) in lower-case hexadecimal. */
public final class Sha256 {
  private Sha256() {}

  /** A fresh digest. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The hash of all bytes of a source. */
  public static String hex(ByteSource source) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[16_384];
    try (InputStream in = source.open(0)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
