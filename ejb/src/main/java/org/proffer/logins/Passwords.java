package org.proffer.logins;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;

/** Hashes passwords with bcrypt at cost 12. */
final class Passwords {
  private static final int COST = 12;

  /** Bytes that bcrypt reads; more are not taken, so that nothing is cut off. */
  static final int MOST_BYTES = 72;

  /** A hash that no password has, as slow to compare with as any. */
  private static final String NOBODYS =
      "$2a$12$" + "abcdefghijklmnopqrstuu" + "0123456789012345678901234567890";

  private Passwords() {}

  static String hash(String password) {
    return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
  }

  static boolean isTooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
  }

  /** Whether a password has the hash. Takes as long where there is no hash to compare with. */
  static boolean fits(String password, String hash) {
    boolean comparable = hash.startsWith("$2") && !isTooLong(password) && !password.isEmpty();
    boolean fits =
        BCrypt.verifyer()
            .verify((comparable ? password : "nobody").toCharArray(), comparable ? hash : NOBODYS)
            .verified;
    return fits && comparable;
  }
}
