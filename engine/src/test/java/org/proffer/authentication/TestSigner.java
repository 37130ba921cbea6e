package org.proffer.authentication;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/**
 * Signs as a mail server would, with texts that the test canonicalises by hand: nothing of the code
 * under test is used.
 */
final class TestSigner {
  static final KeyPair RSA = pair("RSA", 2048);
  static final KeyPair RSA_1024 = pair("RSA", 1024);
  static final KeyPair RSA_1023 = pair("RSA", 1023);
  static final KeyPair ED25519 = pair("Ed25519", 0);

  private TestSigner() {}

  private static KeyPair pair(String type, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
      if (bits > 0) {
        generator.initialize(bits);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The record under which the key is published. */
  static String record(KeyPair pair) {
    byte[] encoded = pair.getPublic().getEncoded();
    return pair == ED25519
        ? "v=DKIM1; k=ed25519; p="
            + base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
        : "v=DKIM1; k=rsa; p=" + base64(encoded);
  }

  static String hash(String algorithm, String body) {
    try {
      return base64(MessageDigest.getInstance(algorithm).digest(bytes(body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs a canonical text; {@code algorithm} as in the tag {@code a}. */
  static String sign(String algorithm, PrivateKey key, String text) {
    try {
      boolean edwards = algorithm.startsWith("ed25519");
      Signature signature =
          Signature.getInstance(
              edwards ? "Ed25519" : algorithm.endsWith("sha1") ? "SHA1withRSA" : "SHA256withRSA");
      signature.initSign(key);
      signature.update(
          edwards ? MessageDigest.getInstance("SHA-256").digest(bytes(text)) : bytes(text));
      return base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
