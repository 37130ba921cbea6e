package org.proffer.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp authority made on the spot, with a root that vouches for it. */
public final class TestAuthority {
  /** When it stamps. */
  public static final Instant AT = Instant.parse("2026-01-02T05:00:00Z");

  private final X509Certificate root;
  private final X509Certificate signer;
  private final KeyPair signerKeys;

  private TestAuthority(X509Certificate root, X509Certificate signer, KeyPair signerKeys) {
    this.root = root;
    this.signer = signer;
    this.signerKeys = signerKeys;
  }

  /** One that may stamp, from a year before {@link #AT} to a year after. */
  public static TestAuthority honest() {
    return of(KeyPurposeId.id_kp_timeStamping, AT.minus(365, ChronoUnit.DAYS));
  }

  /**
   * One of a certificate for a purpose, valid for two years.
   *
   * @param from the first day of it
   */
  static TestAuthority of(KeyPurposeId purpose, Instant from) {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(256);
      KeyPair rootKeys = keys.generateKeyPair();
      KeyPair signerKeys = keys.generateKeyPair();
      X500Name issuer = new X500Name("CN=Test root");
      Date begin = Date.from(from);
      Date end = Date.from(from.plus(730, ChronoUnit.DAYS));
      JcaX509CertificateConverter read = new JcaX509CertificateConverter();
      X509Certificate root =
          read.getCertificate(
              new JcaX509v3CertificateBuilder(
                      issuer, BigInteger.ONE, begin, end, issuer, rootKeys.getPublic())
                  .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                  .build(
                      new JcaContentSignerBuilder("SHA256withECDSA").build(rootKeys.getPrivate())));
      X509Certificate signer =
          read.getCertificate(
              new JcaX509v3CertificateBuilder(
                      issuer,
                      BigInteger.TWO,
                      begin,
                      end,
                      new X500Name("CN=Test authority"),
                      signerKeys.getPublic())
                  .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose))
                  .build(
                      new JcaContentSignerBuilder("SHA256withECDSA").build(rootKeys.getPrivate())));
      return new TestAuthority(root, signer, signerKeys);
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Who trusts its root. */
  public StampRoots roots() {
    return new StampRoots(List.of(root));
  }

  /** A file with its root, PEM. */
  public Path pem(Path file) throws IOException {
    try {
      return Files.writeString(
          file,
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                  .encodeToString(root.getEncoded())
              + "\n-----END CERTIFICATE-----\n");
    } catch (CertificateEncodingException e) {
      throw new IOException(e);
    }
  }

  /** Its certificate. */
  X509Certificate signer() {
    return signer;
  }

  /** Its answer to a request. */
  byte[] answer(StampRequest request) {
    return answer(request.encoded());
  }

  byte[] answer(byte[] request) {
    try {
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build("SHA256withECDSA", signerKeys.getPrivate(), signer),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
              new ASN1ObjectIdentifier("1.2.3.4.1"));
      tokens.addCertificates(new JcaCertStore(List.of(signer)));
      return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
          .generate(new TimeStampRequest(request), BigInteger.TEN, Date.from(AT))
          .getEncoded();
    } catch (GeneralSecurityException | OperatorCreationException | TSPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A stamp over bytes. */
  public byte[] stamp(byte[] bytes) {
    StampRequest request = StampRequest.over(bytes, BigInteger.valueOf(77));
    try {
      return request.token(answer(request));
    } catch (StampRefused e) {
      throw new IllegalStateException(e);
    }
  }
}
