package org.proffer.authentication;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** The signature algorithms of RFC 6376 and RFC 8463. */
enum SigningAlgorithm {
  RSA_SHA1("rsa-sha1", "rsa", "sha1", "SHA-1", "SHA1withRSA"),
  RSA_SHA256("rsa-sha256", "rsa", "sha256", "SHA-256", "SHA256withRSA"),
  ED25519_SHA256("ed25519-sha256", "ed25519", "sha256", "SHA-256", "Ed25519");

  private final String label;
  private final String keyType;
  private final String hash;
  private final String digest;
  private final String signature;

  SigningAlgorithm(String label, String keyType, String hash, String digest, String signature) {
    this.label = label;
    this.keyType = keyType;
    this.hash = hash;
    this.digest = digest;
    this.signature = signature;
  }

  static SigningAlgorithm of(String label) throws Stopped {
    for (SigningAlgorithm algorithm : values()) {
      if (algorithm.label.equals(label)) {
        return algorithm;
      }
    }
    throw Stopped.permanently("the algorithm '" + label + "' is not supported");
  }

  String label() {
    return label;
  }

  String keyType() {
    return keyType;
  }

  /** The name of the hash in key records. */
  String hash() {
    return hash;
  }

  /** The JDK's name of the hash. */
  String digest() {
    return digest;
  }

  /** Whether the signature is the key's over the text; Ed25519 signs the SHA-256 of it. */
  boolean verifies(PublicKey key, String text, Octets signed) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      Signature verifier = Signature.getInstance(signature);
      verifier.initVerify(key);
      verifier.update(this == ED25519_SHA256 ? Digests.of(digest).digest(bytes) : bytes);
      return verifier.verify(signed.toArray());
    } catch (SignatureException | InvalidKeyException e) {
      return false;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(signature, e);
    }
  }
}
