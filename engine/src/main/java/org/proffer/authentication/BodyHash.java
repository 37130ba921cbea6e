package org.proffer.authentication;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hash of a body under one canonicalisation, computed as the bytes pass (RFC 6376 sections
 * 3.4.3, 3.4.4 and 3.7); memory does not grow with the body.
 */
final class BodyHash {

  /**
   * Which hash is wanted.
   *
   * @param relaxed the canonicalisation
   * @param digest the JDK's name of the hash
   * @param limit how many canonical bytes are hashed; {@link Long#MAX_VALUE} for all
   */
  record Wanted(boolean relaxed, String digest, long limit) {}

  /**
   * A computed hash.
   *
   * @param hash its bytes
   * @param length how many bytes the canonical body has
   */
  record Computed(Octets hash, long length) {}

  private static final byte[] CRLF = {'\r', '\n'};

  private final boolean relaxed;
  private final MessageDigest digest;
  private final long limit;
  private final byte[] buffer = new byte[1 << 13];
  private int buffered;
  private long length;
  private long pendingLines;
  private boolean pendingSpace;
  private boolean pendingReturn;
  private boolean content;

  private BodyHash(Wanted wanted) {
    this.relaxed = wanted.relaxed();
    this.digest = Digests.of(wanted.digest());
    this.limit = wanted.limit();
  }

  /** Computes all wanted hashes in one pass. */
  static Map<Wanted, Computed> compute(RawMessage message, Iterable<Wanted> wanted)
      throws IOException {
    Map<Wanted, BodyHash> hashes = new HashMap<>();
    for (Wanted one : wanted) {
      hashes.computeIfAbsent(one, BodyHash::new);
    }
    List<BodyHash> all = new ArrayList<>(hashes.values());
    try (InputStream in = message.source().open(message.body())) {
      byte[] block = new byte[1 << 16];
      for (int n = in.read(block); n >= 0 && !all.isEmpty(); n = in.read(block)) {
        for (BodyHash hash : all) {
          hash.take(block, n);
        }
      }
    }
    Map<Wanted, Computed> computed = new HashMap<>();
    hashes.forEach((one, hash) -> computed.put(one, hash.finish()));
    return computed;
  }

  private void take(byte[] block, int n) {
    for (int i = 0; i < n; i++) {
      byte b = block[i];
      if (b == '\n') {
        pendingReturn = false;
        pendingSpace = false;
        pendingLines++;
        continue;
      }
      if (pendingReturn) {
        pendingReturn = false;
        content((byte) '\r');
      }
      if (b == '\r') {
        pendingReturn = true;
      } else if (relaxed && (b == ' ' || b == '\t')) {
        pendingSpace = true;
      } else {
        content(b);
      }
    }
  }

  private void content(byte b) {
    for (; pendingLines > 0; pendingLines--) {
      put(CRLF[0]);
      put(CRLF[1]);
    }
    if (pendingSpace) {
      put((byte) ' ');
      pendingSpace = false;
    }
    put(b);
    content = true;
  }

  private void put(byte b) {
    if (length < limit) {
      buffer[buffered++] = b;
      if (buffered == buffer.length) {
        digest.update(buffer, 0, buffered);
        buffered = 0;
      }
    }
    length++;
  }

  private Computed finish() {
    if (pendingReturn) {
      content((byte) '\r');
    }
    if (content || !relaxed) {
      put(CRLF[0]);
      put(CRLF[1]);
    }
    digest.update(buffer, 0, buffered);
    return new Computed(new Octets(digest.digest()), length);
  }
}
