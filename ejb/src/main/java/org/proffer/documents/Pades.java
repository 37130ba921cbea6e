package org.proffer.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Signs files: PAdES baseline B, and T with a time stamp.
 *
 * <p>Source: ETSI EN 319 142-1: the signature is detached CMS over the byte range, names its
 * certificate in a signed attribute, and states no signing time in the CMS; RFC 3161 for the time
 * stamp, over the value of the signature.
 */
final class Pades {
  /** Bytes for the signature; a string of PDF/A has at most 32,767. */
  private static final int ROOM = 30_000;

  private Pades() {}

  /** The file with a signature that covers all of it; nothing may be written into it afterwards. */
  static byte[] sign(
      byte[] pdf, OfficeKey.Signer signer, Optional<URI> stamps, String name, Instant at)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf);
        SignatureOptions options = new SignatureOptions();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
      signature.setName(name);
      signature.setSignDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
      options.setPreferredSignatureSize(ROOM);
      document.addSignature(signature, options);
      ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
      try (InputStream content = signing.getContent()) {
        signing.setSignature(cms(content.readAllBytes(), signer, stamps));
      }
      return out.toByteArray();
    }
  }

  private static byte[] cms(byte[] content, OfficeKey.Signer signer, Optional<URI> stamps)
      throws IOException {
    try {
      X509CertificateHolder own = new JcaX509CertificateHolder(signer.chain().get(0));
      ESSCertIDv2 named =
          new ESSCertIDv2(MessageDigest.getInstance("SHA-256").digest(own.getEncoded()));
      ASN1EncodableVector attributes = new ASN1EncodableVector();
      attributes.add(
          new Attribute(
              PKCSObjectIdentifiers.id_aa_signingCertificateV2,
              new DERSet(new SigningCertificateV2(named))));
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(new WithoutTime(new AttributeTable(attributes)))
              .build(signing(signer).build(signer.key()), own));
      generator.addCertificates(new JcaCertStore(signer.chain()));
      CMSSignedData signed = generator.generate(new CMSProcessableByteArray(content), false);
      if (stamps.isPresent()) {
        signed = stamped(signed, stamps.get());
      }
      return signed.getEncoded("DER");
    } catch (GeneralSecurityException | CMSException | OperatorCreationException e) {
      throw new IOException("The file cannot be signed: " + e.getMessage(), e);
    }
  }

  /** A key that never leaves its token is used by the token. */
  private static JcaContentSignerBuilder signing(OfficeKey.Signer signer) {
    JcaContentSignerBuilder builder =
        new JcaContentSignerBuilder(
            signer.key().getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256withRSA");
    Provider token = signer.provider();
    return token == null ? builder : builder.setProvider(token);
  }

  /** The attributes without the time: PAdES states it in the file. */
  private static final class WithoutTime extends DefaultSignedAttributeTableGenerator {
    WithoutTime(AttributeTable more) {
      super(more);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library has it
    public AttributeTable getAttributes(Map parameters) {
      return super.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }
  }

  private static CMSSignedData stamped(CMSSignedData signed, URI authority) throws IOException {
    SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
            new DERSet(
                ASN1Primitive.fromByteArray(
                    token(signer.getSignature(), authority).getEncoded()))));
    SignerInformation with =
        SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(attributes));
    return CMSSignedData.replaceSigners(signed, new SignerInformationStore(with));
  }

  private static TimeStampToken token(byte[] signature, URI authority) throws IOException {
    try {
      TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
      generator.setCertReq(true);
      TimeStampRequest request =
          generator.generate(
              TSPAlgorithms.SHA256,
              MessageDigest.getInstance("SHA-256").digest(signature),
              new java.math.BigInteger(64, new SecureRandom()));
      HttpResponse<byte[]> answer =
          HttpClient.newBuilder()
              .connectTimeout(Duration.ofSeconds(10))
              .build()
              .send(
                  HttpRequest.newBuilder(authority)
                      .timeout(Duration.ofSeconds(20))
                      .header("Content-Type", "application/timestamp-query")
                      .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                      .build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      TimeStampResponse response = new TimeStampResponse(answer.body());
      response.validate(request);
      TimeStampToken token = response.getTimeStampToken();
      if (token == null) {
        throw new IOException("The time-stamp authority refused: " + response.getStatusString());
      }
      return token;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The time-stamp authority was not waited for", e);
    } catch (GeneralSecurityException | TSPException e) {
      throw new IOException("The time stamp cannot be used: " + e.getMessage(), e);
    }
  }
}
