package org.proffer.authentication;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash functions every JDK has. */
final class Digests {
  private Digests() {}

  static MessageDigest of(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
