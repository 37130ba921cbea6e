package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.Places;

/**
 * Whom the portal believes that a mail server is who it says: Java's authorities, and named ones.
 */
@ApplicationScoped
class MailServerTrust {
  @Inject private Places places;

  /**
   * Connections that also believe the certificates of {@code PROFFER_IMAP_ROOTS}; empty where none
   * are named.
   *
   * @throws IOException if they cannot be read
   */
  Optional<SSLSocketFactory> sockets() throws IOException {
    Path roots = places.mailServerRoots().orElse(null);
    if (roots == null) {
      return Optional.empty();
    }
    try {
      KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
      believed.load(null, null);
      int number = 0;
      for (X509Certificate each : known(null)) {
        believed.setCertificateEntry("java-" + number++, each);
      }
      try (InputStream in = Files.newInputStream(roots)) {
        for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          believed.setCertificateEntry("named-" + number++, each);
        }
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(believed);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return Optional.of(context.getSocketFactory());
    } catch (GeneralSecurityException e) {
      throw new IOException("The certificates in " + roots + " cannot be used", e);
    }
  }

  private static X509Certificate[] known(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    for (TrustManager each : managers.getTrustManagers()) {
      if (each instanceof X509TrustManager x509) {
        return x509.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }
}
