package org.proffer.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A hash of the tree: 32 bytes of SHA-256. */
public final class TreeHash {
  /** Number of bytes. */
  public static final int LENGTH = 32;

  /** The root of the tree without leaves: the hash of nothing (RFC 9162, 2.1.1). */
  public static final TreeHash EMPTY = new TreeHash(sha256().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final byte[] bytes;

  private TreeHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A hash made elsewhere.
   *
   * @throws IllegalArgumentException if it is not {@value #LENGTH} bytes
   */
  public static TreeHash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("A hash has 32 bytes, this has " + bytes.length);
    }
    return new TreeHash(bytes.clone());
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if it is not the Base64 of {@value #LENGTH} bytes
   */
  public static TreeHash parse(String base64) {
    return of(Base64.getDecoder().decode(base64));
  }

  /** The hash of an entry. */
  public static TreeHash ofLeaf(byte[] entry) {
    MessageDigest sha256 = sha256();
    sha256.update(LEAF);
    return new TreeHash(sha256.digest(entry));
  }

  /** The hash of two subtrees under one node. */
  public static TreeHash ofNode(TreeHash left, TreeHash right) {
    MessageDigest sha256 = sha256();
    sha256.update(NODE);
    sha256.update(left.bytes);
    return new TreeHash(sha256.digest(right.bytes));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Base64. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
