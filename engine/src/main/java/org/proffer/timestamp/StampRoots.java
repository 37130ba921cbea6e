package org.proffer.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The certificates that whoever checks time stamps trusts: of authorities, or of who vouches for
 * them. A chain is built from the stamp's signer to one of them, as it was at the time of the stamp
 * (RFC 5280). Whether a certificate was revoked is not asked: that needs a network.
 *
 * @param certificates at least one
 */
public record StampRoots(List<X509Certificate> certificates) {

  /**
   * Copies the certificates.
   *
   * @throws IllegalArgumentException if there are none
   */
  public StampRoots {
    certificates = List.copyOf(certificates);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("There is no certificate of a time-stamp authority");
    }
  }

  /**
   * Reads certificates, PEM or DER.
   *
   * @throws IOException if there are none in the file
   */
  public static StampRoots read(Path file) throws IOException {
    List<X509Certificate> found = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      CertificateFactory.getInstance("X.509")
          .generateCertificates(in)
          .forEach(each -> found.add((X509Certificate) each));
    } catch (CertificateException e) {
      throw new IOException("There is no certificate in " + file, e);
    }
    if (found.isEmpty()) {
      throw new IOException("There is no certificate in " + file);
    }
    return new StampRoots(found);
  }

  /**
   * A stamp over these bytes by an authority that one of the certificates vouches for.
   *
   * @param token DER
   * @throws StampRefused if it is none
   */
  public Stamp trusted(byte[] token, byte[] bytes) throws StampRefused {
    Stamp stamp = Stamp.read(token, bytes);
    if (certificates.contains(stamp.signer())) {
      return stamp;
    }
    X509CertSelector signer = new X509CertSelector();
    signer.setCertificate(stamp.signer());
    List<X509Certificate> known = new ArrayList<>(stamp.others());
    known.add(stamp.signer());
    Set<TrustAnchor> anchors =
        certificates.stream()
            .map(each -> new TrustAnchor(each, null))
            .collect(Collectors.toUnmodifiableSet());
    try {
      PKIXBuilderParameters path = new PKIXBuilderParameters(anchors, signer);
      path.setRevocationEnabled(false);
      path.setDate(Date.from(stamp.at()));
      path.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
      CertPathBuilder.getInstance("PKIX").build(path);
      return stamp;
    } catch (GeneralSecurityException e) {
      throw new StampRefused(
          "is by “" + stamp.authority() + "”, for whom none of the given certificates vouches", e);
    }
  }
}
