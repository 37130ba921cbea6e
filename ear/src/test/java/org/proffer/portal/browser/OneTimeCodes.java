package org.proffer.portal.browser;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator: RFC 6238 with HMAC-SHA-1, thirty seconds and six digits. No code comes twice.
 */
final class OneTimeCodes {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final long STEP = 30;

  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, Long> used = new HashMap<>();

  /** Takes over the key of a login as the page shows it. */
  void put(String login, String key) {
    keys.put(login, key.replace(" ", ""));
  }

  boolean knows(String login) {
    return keys.containsKey(login);
  }

  /** The next code of a login that was not used yet. */
  String next(String login) {
    long step = Instant.now().getEpochSecond() / STEP;
    while (step <= used.getOrDefault(login, 0L)) {
      LockSupport.parkNanos(200_000_000);
      step = Instant.now().getEpochSecond() / STEP;
    }
    used.put(login, step);
    return code(bytes(keys.get(login)), step);
  }

  static String code(byte[] key, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 15;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String base32) {
    ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
    int bits = 0;
    int held = 0;
    for (char c : base32.toCharArray()) {
      bits = bits << 5 | BASE32.indexOf(c);
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes.put((byte) (bits >> held));
      }
    }
    return bytes.array();
  }
}
