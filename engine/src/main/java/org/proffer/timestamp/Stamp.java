package org.proffer.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;

/**
 * A time stamp over known bytes whose signature by the certificate in it is good. Whether that
 * certificate is anybody's says {@link StampRoots}.
 *
 * @param at when the authority saw the hash, by its own clock
 * @param authority the subject of its certificate
 * @param serial number of the stamp
 * @param policy under which it was given, as an object identifier
 * @param signer the authority's certificate
 * @param others further certificates that came with it
 */
public record Stamp(
    Instant at,
    String authority,
    BigInteger serial,
    String policy,
    X509Certificate signer,
    List<X509Certificate> others) {

  /** Copies the certificates. */
  public Stamp {
    others = List.copyOf(others);
  }

  /**
   * Reads a token and checks that it is over these bytes, by the key of the certificate in it,
   * which is one for time stamps and was valid then (RFC 3161, 2.3, 2.4.2).
   *
   * @param token DER
   * @throws StampRefused if not
   */
  public static Stamp read(byte[] token, byte[] bytes) throws StampRefused {
    try {
      TimeStampToken read = new TimeStampToken(new CMSSignedData(token));
      if (!read.getTimeStampInfo()
          .getMessageImprintAlgOID()
          .equals(NISTObjectIdentifiers.id_sha256)) {
        throw new StampRefused(
            "is over a hash other than SHA-256: "
                + read.getTimeStampInfo().getMessageImprintAlgOID());
      }
      if (!MessageDigest.isEqual(
          read.getTimeStampInfo().getMessageImprintDigest(), sha256(bytes))) {
        throw new StampRefused("is over other bytes");
      }
      Collection<X509CertificateHolder> signers = read.getCertificates().getMatches(signer(read));
      if (signers.size() != 1) {
        throw new StampRefused("does not bring the certificate of its signer");
      }
      X509CertificateHolder signer = signers.iterator().next();
      read.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      List<X509Certificate> others = new ArrayList<>();
      for (X509CertificateHolder other : read.getCertificates().getMatches(null)) {
        if (!other.equals(signer)) {
          others.add(certificate(other));
        }
      }
      return new Stamp(
          read.getTimeStampInfo().getGenTime().toInstant(),
          signer.getSubject().toString(),
          read.getTimeStampInfo().getSerialNumber(),
          read.getTimeStampInfo().getPolicy().getId(),
          certificate(signer),
          others);
    } catch (CMSException
        | TSPException
        | IOException
        | OperatorCreationException
        | CertificateException
        | RuntimeException e) { // bytes of others: the reader fails on some in its own ways
      throw new StampRefused("cannot be relied on: " + e.getMessage(), e);
    }
  }

  @SuppressWarnings("unchecked") // a SignerId selects certificates, and is declared without a type
  private static Selector<X509CertificateHolder> signer(TimeStampToken token) {
    return token.getSID();
  }

  private static X509Certificate certificate(X509CertificateHolder holder)
      throws CertificateException {
    return new JcaX509CertificateConverter().getCertificate(holder);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
