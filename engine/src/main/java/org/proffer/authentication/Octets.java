package org.proffer.authentication;

import java.util.Arrays;

/** Bytes as a value: a hash or a signature. */
final class Octets {
  private final byte[] bytes;

  Octets(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  byte[] toArray() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
