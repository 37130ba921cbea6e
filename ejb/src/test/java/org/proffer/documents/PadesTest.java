package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A signed document keeps both standards, and says when a byte of it was changed. */
class PadesTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  private static byte[] signed;

  @BeforeAll
  static void sign() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    X500Name office = new X500Name("CN=Office of the United States Attorney (test)");
    byte[] encoded =
        new JcaX509v3CertificateBuilder(
                office,
                BigInteger.ONE,
                Date.from(AT.minusSeconds(1)),
                Date.from(AT.plusSeconds(86_400)),
                office,
                pair.getPublic())
            .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
            .getEncoded();
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(encoded));
    signed =
        Pades.sign(
            CatalogueTest.pdf(
                DocumentKind.TIMELINE_EXHIBIT,
                CatalogueTest.composed(DocumentKind.TIMELINE_EXHIBIT, Map.of())),
            new OfficeKey.Signer(pair.getPrivate(), List.of(certificate)),
            Optional.empty(),
            "Pat Prosecutor",
            AT);
  }

  @Test
  void aSignatureIsIntactOverTheWholeFile() throws Exception {
    assertThat(Pades.verify(signed))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.intact()).isTrue();
              assertThat(s.whole()).isTrue();
              assertThat(s.name()).isEqualTo("Pat Prosecutor");
              assertThat(s.at()).isEqualTo(AT);
              assertThat(s.subject()).contains("Office of the United States Attorney");
              assertThat(s.stampedAt()).isNull();
            });
  }

  @Test
  void aSignedFileKeepsBothStandards() {
    assertThat(PdfProof.broken(signed)).isEmpty();
  }

  @Test
  void aChangedByteIsSeen() throws Exception {
    byte[] changed = signed.clone();
    String text = new String(changed, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("/ModDate");
    changed[at < 0 ? 20 : at + 14] ^= 1;
    assertThat(Pades.verify(changed))
        .singleElement()
        .satisfies(s -> assertThat(s.intact()).isFalse());
  }

  @Test
  void anUnsignedFileHasNoSignature() throws Exception {
    assertThat(
            Pades.verify(
                CatalogueTest.pdf(
                    DocumentKind.TIMELINE_EXHIBIT,
                    CatalogueTest.composed(DocumentKind.TIMELINE_EXHIBIT, Map.of()))))
        .isEmpty();
  }
}
