package org.proffer.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The recursive definitions of RFC 9162, 2.1, word for word and slow; shares no code with ours. */
final class NaiveTree {
  private NaiveTree() {}

  /** MTH(D[n]). */
  static byte[] root(List<byte[]> entries) {
    if (entries.isEmpty()) {
      return sha256();
    }
    if (entries.size() == 1) {
      return sha256(new byte[] {0}, entries.get(0));
    }
    int k = split(entries.size());
    return sha256(
        new byte[] {1}, root(entries.subList(0, k)), root(entries.subList(k, entries.size())));
  }

  /** PATH(m, D[n]). */
  static List<byte[]> path(int m, List<byte[]> entries) {
    int n = entries.size();
    if (n == 1) {
      return List.of();
    }
    int k = split(n);
    return m < k
        ? plus(path(m, entries.subList(0, k)), root(entries.subList(k, n)))
        : plus(path(m - k, entries.subList(k, n)), root(entries.subList(0, k)));
  }

  /** PROOF(m, D[n]). */
  static List<byte[]> proof(int m, List<byte[]> entries) {
    return subproof(m, entries, true);
  }

  private static List<byte[]> subproof(int m, List<byte[]> entries, boolean b) {
    int n = entries.size();
    if (m == n) {
      return b ? List.of() : List.of(root(entries));
    }
    int k = split(n);
    return m <= k
        ? plus(subproof(m, entries.subList(0, k), b), root(entries.subList(k, n)))
        : plus(subproof(m - k, entries.subList(k, n), false), root(entries.subList(0, k)));
  }

  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  private static List<byte[]> plus(List<byte[]> before, byte[] last) {
    List<byte[]> longer = new ArrayList<>(before);
    longer.add(last);
    return longer;
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
