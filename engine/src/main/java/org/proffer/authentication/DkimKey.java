package org.proffer.authentication;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A public key as a domain publishes it (RFC 6376 section 3.6.1, RFC 8463 section 4).
 *
 * @param key the key
 * @param bits its strength: the modulus of an RSA key, 256 for Ed25519
 * @param granularity which local parts may be signed for, by RFC 4871; empty if the record does not
 *     say
 * @param testing whether the domain says that it is only testing
 * @param strict whether the identity must be of the signing domain itself
 */
record DkimKey(
    PublicKey key, int bits, Optional<String> granularity, boolean testing, boolean strict) {
  private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] RSA_IDENTIFIER =
      HexFormat.of().parseHex("300d06092a864886f70d0101010500");

  /** The key that stands at a selector of a domain, if it may be used with the algorithm. */
  static DkimKey find(DnsQueries dns, String selector, String domain, SigningAlgorithm algorithm)
      throws NotRecorded, Stopped {
    String name = selector + "._domainkey." + domain;
    List<String> records;
    try {
      records = dns.values(name, DnsType.TXT);
    } catch (Stopped failed) {
      throw new Stopped(failed.outcome(), "public key: " + failed.reason());
    }
    if (records.size() != 1) {
      throw Stopped.permanently("public key: " + records.size() + " records at " + name);
    }
    try {
      return read(TagList.read(records.get(0)), algorithm);
    } catch (Stopped invalid) {
      throw Stopped.permanently("public key at " + name + ": " + invalid.reason());
    }
  }

  /** Whether its granularity, if any, allows this local part; an empty one allows none. */
  boolean isFor(String localPart) {
    if (granularity.isEmpty()) {
      return true;
    }
    String[] around = granularity.get().split("\\*", 2);
    String pattern =
        around.length == 2
            ? Pattern.quote(around[0]) + ".*" + Pattern.quote(around[1])
            : Pattern.quote(around[0]);
    return !granularity.get().isEmpty() && Pattern.matches("(?s)" + pattern, localPart);
  }

  private static DkimKey read(TagList record, SigningAlgorithm algorithm) throws Stopped {
    Optional<String> version = record.get("v");
    if (version.isPresent()
        && (!version.get().equals("DKIM1")
            || !record.tags().keySet().iterator().next().equals("v"))) {
      throw Stopped.permanently("it is not of version DKIM1");
    }
    if (!record.get("k").orElse("rsa").equals(algorithm.keyType())) {
      throw Stopped.permanently("it is not a key for " + algorithm.label());
    }
    if (!allows(record, "h", algorithm.hash(), algorithm.hash())) {
      throw Stopped.permanently("it does not allow the hash " + algorithm.hash());
    }
    if (!allows(record, "s", "email", "*")) {
      throw Stopped.permanently("it is not for mail");
    }
    String material = record.get("p").orElseThrow(() -> Stopped.permanently("it holds no key"));
    if (material.isEmpty()) {
      throw Stopped.permanently("it has been revoked");
    }
    PublicKey key = key(TagList.base64("p", material).toArray(), algorithm);
    int bits = key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 256;
    return new DkimKey(key, bits, record.get("g"), flag(record, "y"), flag(record, "s"));
  }

  private static boolean allows(TagList record, String tag, String value, String other) {
    Optional<String> list = record.get(tag);
    return list.isEmpty()
        || Arrays.stream(list.get().split(":"))
            .map(String::strip)
            .anyMatch(item -> item.equals(value) || item.equals(other));
  }

  private static boolean flag(TagList record, String flag) {
    return Arrays.stream(record.get("t").orElse("").split(":"))
        .anyMatch(item -> item.strip().equals(flag));
  }

  private static PublicKey key(byte[] material, SigningAlgorithm algorithm) throws Stopped {
    try {
      if (algorithm == SigningAlgorithm.ED25519_SHA256) {
        if (material.length != 32) {
          throw Stopped.permanently("an Ed25519 key of " + material.length + " bytes, not 32");
        }
        byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + 32);
        System.arraycopy(material, 0, encoded, ED25519_PREFIX.length, 32);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      }
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      try {
        return rsa.generatePublic(new X509EncodedKeySpec(material));
      } catch (GeneralSecurityException notWrapped) {
        return rsa.generatePublic(new X509EncodedKeySpec(wrapped(material)));
      }
    } catch (GeneralSecurityException e) {
      throw Stopped.permanently("it cannot be read as a key for " + algorithm.label());
    }
  }

  /** An RSAPublicKey (RFC 8017 A.1.1) as a SubjectPublicKeyInfo; both forms are published. */
  private static byte[] wrapped(byte[] rsaPublicKey) {
    ByteArrayOutputStream bits = new ByteArrayOutputStream();
    bits.write(0);
    bits.writeBytes(rsaPublicKey);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(RSA_IDENTIFIER);
    content.writeBytes(der(0x03, bits.toByteArray()));
    return der(0x30, content.toByteArray());
  }

  private static byte[] der(int tag, byte[] content) {
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    der.write(tag);
    if (content.length < 0x80) {
      der.write(content.length);
    } else {
      der.write(0x82);
      der.write(content.length >> 8);
      der.write(content.length & 0xff);
    }
    der.writeBytes(content);
    return der.toByteArray();
  }
}
