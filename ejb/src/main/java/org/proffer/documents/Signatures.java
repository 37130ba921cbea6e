package org.proffer.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.proffer.documents.SignatureView.Standing;

/**
 * Verifies the signatures of a file: that the bytes are those that were signed, that nothing was
 * written afterwards, that the certificate was in force, and that the office knows its holder.
 *
 * <p>Source: ETSI EN 319 142-1 and RFC 3161; path of the certificates by RFC 5280. Whether a
 * certificate was revoked is not asked.
 */
final class Signatures {
  private final byte[] pdf;
  private final Set<X509Certificate> trusted;
  private final Instant now;

  private Signatures(byte[] pdf, Set<X509Certificate> trusted, Instant now) {
    this.pdf = pdf;
    this.trusted = trusted;
    this.now = now;
  }

  /**
   * The signatures of a file.
   *
   * @param trusted certificates whose holders, and those they vouch for, the office knows
   * @throws IOException if the file cannot be read
   */
  static List<SignatureView> verify(byte[] pdf, Set<X509Certificate> trusted, Instant now)
      throws IOException {
    List<SignatureView> found = new ArrayList<>();
    Signatures signatures = new Signatures(pdf, trusted, now);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDSignature signature : document.getSignatureDictionaries()) {
        found.add(signatures.verify(signature));
      }
    }
    return found;
  }

  private SignatureView verify(PDSignature signature) {
    Calendar said = signature.getSignDate();
    Instant at = said == null ? Instant.EPOCH : said.toInstant();
    String name = signature.getName() == null ? "" : signature.getName();
    try {
      return verify(signature, name, at);
    } catch (GeneralSecurityException
        | CMSException
        | OperatorCreationException
        | IOException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      return new SignatureView(
          name,
          "",
          "",
          Instant.EPOCH,
          Instant.EPOCH,
          at,
          null,
          "",
          false,
          false,
          Standing.CHANGED,
          "It cannot be read: " + e.getMessage() + ".");
    }
  }

  private SignatureView verify(PDSignature signature, String name, Instant at)
      throws GeneralSecurityException, CMSException, OperatorCreationException, IOException {
    int[] range = signature.getByteRange();
    boolean whole = range.length == 4 && range[0] == 0 && range[2] + range[3] == pdf.length;
    CMSSignedData signed =
        new CMSSignedData(
            new CMSProcessableByteArray(signature.getSignedContent(new ByteArrayInputStream(pdf))),
            signature.getContents());
    SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
    X509CertificateHolder holder = certificate(signed, signer.getSID());
    X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
    boolean intact = intact(signer, holder);
    Optional<Stamp> stamp = stamp(signer);
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    Instant proved = stamp.map(Stamp::at).orElse(now);
    Standing standing;
    String why;
    if (!intact) {
      standing = Standing.CHANGED;
      why = "The bytes are not those that were signed.";
    } else if (!whole) {
      standing = Standing.CHANGED;
      why = "Something was written into the file after it was signed.";
    } else if (proved.isBefore(from) || proved.isAfter(until)) {
      standing = Standing.EXPIRED;
      why =
          stamp.isPresent()
              ? "The certificate was not in force when it was stamped."
              : "The certificate is not in force, and no time stamp proves that it was when this was"
                  + " signed.";
    } else if (!known(certificate, certificates(signed), proved)) {
      standing = Standing.UNKNOWN_SIGNER;
      why = "The certificate leads to none that the office trusts.";
    } else {
      standing = Standing.VALID;
      why = "Whether the certificate was revoked is not asked.";
    }
    return new SignatureView(
        name,
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        from,
        until,
        at,
        stamp.map(Stamp::at).orElse(null),
        stamp.map(Stamp::by).orElse(""),
        intact,
        whole,
        standing,
        why);
  }

  private static boolean intact(SignerInformation signer, X509CertificateHolder certificate)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    try {
      return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))
          && names(signer, certificate);
    } catch (CMSException e) {
      return false;
    }
  }

  /**
   * Whether the signature names this certificate, where it names one; another could be slipped in.
   */
  private static boolean names(SignerInformation signer, X509CertificateHolder certificate)
      throws GeneralSecurityException, IOException {
    AttributeTable attributes = signer.getSignedAttributes();
    Attribute named =
        attributes == null
            ? null
            : attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (named == null) {
      return true;
    }
    byte[] hash =
        SigningCertificateV2.getInstance(named.getAttrValues().getObjectAt(0))
            .getCerts()[0]
            .getCertHash();
    return MessageDigest.isEqual(
        hash, MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
  }

  @SuppressWarnings("unchecked") // the library has no type there
  private static X509CertificateHolder certificate(CMSSignedData signed, SignerId of)
      throws IOException {
    for (Object found : signed.getCertificates().getMatches(of)) {
      if (found instanceof X509CertificateHolder certificate) {
        return certificate;
      }
    }
    throw new IOException("it has no certificate");
  }

  private static List<X509Certificate> certificates(CMSSignedData signed)
      throws GeneralSecurityException {
    List<X509Certificate> all = new ArrayList<>();
    Collection<X509CertificateHolder> holders = signed.getCertificates().getMatches(null);
    for (X509CertificateHolder holder : holders) {
      all.add(new JcaX509CertificateConverter().getCertificate(holder));
    }
    return all;
  }

  /** Whether the office trusts a certificate, or one that vouches for it. */
  private boolean known(X509Certificate certificate, List<X509Certificate> sent, Instant at)
      throws GeneralSecurityException {
    if (trusted.contains(certificate)) {
      return true;
    }
    if (trusted.isEmpty()) {
      return false;
    }
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(certificate);
    PKIXBuilderParameters path =
        new PKIXBuilderParameters(
            trusted.stream().map(c -> new TrustAnchor(c, null)).collect(Collectors.toSet()),
            target);
    path.setRevocationEnabled(false);
    path.setDate(Date.from(at));
    path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
    try {
      CertPathBuilder.getInstance("PKIX").build(path);
      return true;
    } catch (CertPathBuilderException e) {
      return false;
    }
  }

  /** When an authority says that a signature was there. */
  private record Stamp(Instant at, String by) {}

  /** The time stamp, if it is over the value of this signature and its own signature is sound. */
  private static Optional<Stamp> stamp(SignerInformation signer)
      throws CMSException, IOException, GeneralSecurityException, OperatorCreationException {
    AttributeTable attributes = signer.getUnsignedAttributes();
    Attribute attribute =
        attributes == null
            ? null
            : attributes.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
    if (attribute == null) {
      return Optional.empty();
    }
    try {
      CMSSignedData signed =
          new CMSSignedData(
              attribute.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded());
      TimeStampToken token = new TimeStampToken(signed);
      X509CertificateHolder authority = certificate(signed, token.getSID());
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority));
      byte[] own = MessageDigest.getInstance("SHA-256").digest(signer.getSignature());
      return MessageDigest.isEqual(own, token.getTimeStampInfo().getMessageImprintDigest())
          ? Optional.of(
              new Stamp(
                  token.getTimeStampInfo().getGenTime().toInstant(),
                  authority.getSubject().toString()))
          : Optional.empty();
    } catch (TSPException e) {
      return Optional.empty();
    }
  }
}
