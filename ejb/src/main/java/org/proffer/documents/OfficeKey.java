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
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
 *   <li>{@code PROFFER_SIGNING_TSA}: address of an RFC 3161 time-stamp authority; none if not said
 * </ul>
 */
@ApplicationScoped
class OfficeKey {

  /** A key with its certificates, its own first. */
  record Signer(PrivateKey key, List<X509Certificate> chain) {
    Signer {
      chain = List.copyOf(chain);
    }
  }

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
      return signer(store(password), password, property("alias").orElse(null));
    } catch (GeneralSecurityException | IOException e) {
      NoSigningKey refusal =
          new NoSigningKey("The key of the office cannot be used: " + e.getMessage() + ".");
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
      Provider provider = Security.getProvider("SunPKCS11").configure(token.get());
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, password);
      return store;
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

  static Signer signer(KeyStore store, char[] password, @Nullable String alias)
      throws GeneralSecurityException {
    for (String name : Collections.list(store.aliases())) {
      if (store.isKeyEntry(name) && (alias == null || alias.equals(name))) {
        return new Signer(
            (PrivateKey) store.getKey(name, password),
            Arrays.stream(store.getCertificateChain(name))
                .map(X509Certificate.class::cast)
                .toList());
      }
    }
    throw new NoSigningKey("The key store of the office has no such key.");
  }
}
