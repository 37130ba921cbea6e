package org.proffer.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key of the office, with which it signs documents: in a PKCS#12 file, or in a token that
 * speaks PKCS#11. Where it is stands in environment variables:
 *
 * <ul>
 *   <li>{@code PROFFER_SIGNING_KEYSTORE}: path of the PKCS#12 file, or
 *   <li>{@code PROFFER_SIGNING_PKCS11}: path of the configuration of the PKCS#11 provider
 *   <li>{@code PROFFER_SIGNING_PASSWORD}: path of a file that holds the password or PIN
 *   <li>{@code PROFFER_SIGNING_ALIAS}: which key; the first if not said
 *   <li>{@code PROFFER_SIGNING_TRUST}: path of a file of certificates (PEM) whose holders the
 *       office knows; its own is known without
 *   <li>{@code PROFFER_SIGNING_TSA}: address of an RFC 3161 time-stamp authority; none if not said
 * </ul>
 */
@ApplicationScoped
class OfficeKey {

  /**
   * A key with its certificates, its own first.
   *
   * @param provider the token that the key does not leave; null for a key of a file
   */
  record Signer(PrivateKey key, List<X509Certificate> chain, @Nullable Provider provider) {
    Signer {
      chain = List.copyOf(chain);
    }
  }

  /** The certificates of the key in use, read once. */
  private volatile List<X509Certificate> own = List.of();

  /** Whether a key is configured. */
  boolean configured() {
    return property("keystore").isPresent() || property("pkcs11").isPresent();
  }

  /** The time-stamp authority; empty if there is none. */
  Optional<URI> timeStamps() {
    return property("tsa").map(URI::create);
  }

  /**
   * The key.
   *
   * @throws NoSigningKey if none is configured, or it cannot be used
   */
  Signer signer() {
    try {
      char[] password = property("password").map(OfficeKey::firstLine).orElse("").toCharArray();
      Signer signer = signer(store(password), password, property("alias").orElse(null));
      own = signer.chain();
      return signer;
    } catch (GeneralSecurityException | IOException e) {
      NoSigningKey refusal =
          new NoSigningKey("The key of the office cannot be used: " + e.getMessage() + ".");
      refusal.initCause(e);
      throw refusal;
    }
  }

  /**
   * The certificates whose holders the office knows: its own while its key can be used, and those
   * of the file of trust.
   *
   * @throws NoSigningKey if the file of trust cannot be used
   */
  Set<X509Certificate> trusted() {
    Set<X509Certificate> trusted = new LinkedHashSet<>();
    property("trust").ifPresent(path -> trusted.addAll(certificates(Path.of(path))));
    try {
      trusted.addAll(own.isEmpty() && configured() ? signer().chain() : own);
    } catch (NoSigningKey e) {
      // A token that is not plugged in hides no document; its signatures are of an unknown signer.
      return trusted;
    }
    return trusted;
  }

  static Set<X509Certificate> certificates(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Set<X509Certificate> read = new LinkedHashSet<>();
      CertificateFactory.getInstance("X.509")
          .generateCertificates(in)
          .forEach(certificate -> read.add((X509Certificate) certificate));
      return read;
    } catch (GeneralSecurityException | IOException e) {
      NoSigningKey refusal =
          new NoSigningKey("The certificates of trust cannot be read: " + e.getMessage() + ".");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static Optional<String> property(String name) {
    return Optional.ofNullable(
            System.getenv("PROFFER_SIGNING_" + name.toUpperCase(java.util.Locale.ROOT)))
        .filter(value -> !value.isBlank());
  }

  private static String firstLine(String path) {
    try {
      List<String> lines = Files.readAllLines(Path.of(path));
      return lines.isEmpty() ? "" : lines.get(0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static KeyStore store(char[] password) throws GeneralSecurityException, IOException {
    Optional<String> token = property("pkcs11");
    if (token.isPresent()) {
      return token(token.get(), password);
    }
    String file =
        property("keystore")
            .orElseThrow(() -> new NoSigningKey("No key of the office is configured."));
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      return store;
    }
  }

  /** The keys of a token. */
  static KeyStore token(String configuration, char[] password)
      throws GeneralSecurityException, IOException {
    Provider provider = Security.getProvider("SunPKCS11");
    if (provider == null) {
      throw new NoSigningKey("This Java cannot speak PKCS#11.");
    }
    KeyStore store = KeyStore.getInstance("PKCS11", provider.configure(configuration));
    store.load(null, password);
    return store;
  }

  static Signer signer(KeyStore store, char[] password, @Nullable String alias)
      throws GeneralSecurityException {
    for (String name : Collections.list(store.aliases())) {
      if (store.isKeyEntry(name) && (alias == null || alias.equals(name))) {
        return new Signer(
            (PrivateKey) store.getKey(name, password),
            Arrays.stream(store.getCertificateChain(name))
                .map(X509Certificate.class::cast)
                .toList(),
            store.getType().equals("PKCS11") ? store.getProvider() : null);
      }
    }
    throw new NoSigningKey("The key store of the office has no such key.");
  }
}
