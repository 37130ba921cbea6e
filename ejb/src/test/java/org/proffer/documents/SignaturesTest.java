package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.proffer.documents.SignatureView.Standing;

/** What the portal says of a signature: valid, changed afterwards, expired, of somebody unknown. */
class SignaturesTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);

  private static TestAuthority office;
  private static TestAuthority stranger;
  private static byte[] paper;
  private static byte[] signed;

  @BeforeAll
  static void sign() throws Exception {
    office = new TestAuthority("CN=Department (test)");
    stranger = new TestAuthority("CN=Somebody (test)");
    paper =
        CatalogueTest.pdf(
            DocumentKind.TIMELINE_EXHIBIT,
            CatalogueTest.composed(DocumentKind.TIMELINE_EXHIBIT, Map.of()));
    signed = by(office.signer("CN=Office (test)", AT.minus(YEAR), AT.plus(YEAR)), Optional.empty());
  }

  @AfterAll
  static void end() {
    office.close();
    stranger.close();
  }

  private static byte[] by(OfficeKey.Signer signer, Optional<URI> stamps) throws IOException {
    return Pades.sign(paper, signer, stamps, "Pat Prosecutor", AT);
  }

  private static SignatureView seen(byte[] pdf, Instant now) throws IOException {
    List<SignatureView> all =
        Signatures.verify(pdf, Set.<X509Certificate>of(office.certificate()), now);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void aSignatureOfSomebodyTheOfficeKnowsIsValid() throws Exception {
    SignatureView seen = seen(signed, AT.plus(Duration.ofDays(1)));
    assertThat(seen.standing()).isEqualTo(Standing.VALID);
    assertThat(seen.intact()).isTrue();
    assertThat(seen.whole()).isTrue();
    assertThat(seen.name()).isEqualTo("Pat Prosecutor");
    assertThat(seen.subject()).isEqualTo("CN=Office (test)");
    assertThat(seen.issuer()).isEqualTo("CN=Department (test)");
    assertThat(seen.stampedAt()).isNull();
  }

  @Test
  void aChangedByteIsSeen() throws Exception {
    byte[] changed = signed.clone();
    int at = new String(changed, StandardCharsets.ISO_8859_1).indexOf("/Producer");
    changed[(at < 0 ? 20 : at) + 12] ^= 1;
    assertThat(seen(changed, AT).standing()).isEqualTo(Standing.CHANGED);
    assertThat(seen(changed, AT).intact()).isFalse();
  }

  @Test
  void whatIsWrittenIntoTheFileAfterwardsIsSeen() throws Exception {
    byte[] more;
    try (PDDocument document = Loader.loadPDF(signed);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.getDocumentInformation().setTitle("Another title");
      document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(out);
      more = out.toByteArray();
    }
    SignatureView seen = seen(more, AT);
    assertThat(seen.standing()).isEqualTo(Standing.CHANGED);
    assertThat(seen.intact()).isTrue();
    assertThat(seen.whole()).isFalse();
  }

  @Test
  void aSignatureOfSomebodyUnknownIsIntactAndNotValid() throws Exception {
    byte[] other =
        by(stranger.signer("CN=Office (test)", AT.minus(YEAR), AT.plus(YEAR)), Optional.empty());
    SignatureView seen = seen(other, AT);
    assertThat(seen.standing()).isEqualTo(Standing.UNKNOWN_SIGNER);
    assertThat(seen.intact()).isTrue();
    assertThat(Signatures.verify(signed, Set.of(), AT).get(0).standing())
        .isEqualTo(Standing.UNKNOWN_SIGNER);
  }

  @Test
  void aCertificateIsInForceThroughItsLastSecondAndNotAfter() throws Exception {
    byte[] own = by(office.signer("CN=Office (test)", AT.minus(YEAR), AT), Optional.empty());
    assertThat(seen(own, AT.minusSeconds(1)).standing()).isEqualTo(Standing.VALID);
    assertThat(seen(own, AT).standing()).isEqualTo(Standing.VALID);
    assertThat(seen(own, AT.plusSeconds(1)).standing()).isEqualTo(Standing.EXPIRED);
    assertThat(seen(own, AT.minus(YEAR).minusSeconds(1)).standing()).isEqualTo(Standing.EXPIRED);
  }

  @Test
  void aTimeStampProvesThatTheCertificateWasInForce() throws Exception {
    try (TestAuthority stamps = new TestAuthority("CN=Stamps (test)")) {
      OfficeKey.Signer signer = office.signer("CN=Office (test)", AT.minus(YEAR), AT.plus(YEAR));
      byte[] stamped = by(signer, Optional.of(stamps.stampsAt(AT.plusSeconds(5))));
      SignatureView seen = seen(stamped, AT.plus(YEAR).plus(YEAR));
      assertThat(seen.standing()).isEqualTo(Standing.VALID);
      assertThat(seen.stampedAt()).isEqualTo(AT.plusSeconds(5));
      assertThat(seen.stampedBy()).contains("Time stamps (test)");
      assertThat(PdfProof.broken(stamped)).isEmpty();
      assertThat(seen(by(signer, Optional.empty()), AT.plus(YEAR).plus(YEAR)).standing())
          .isEqualTo(Standing.EXPIRED);
    }
  }

  @Test
  void aTimeStampAfterTheEndOfTheCertificateProvesNothing() throws Exception {
    try (TestAuthority stamps = new TestAuthority("CN=Stamps (test)")) {
      byte[] late =
          by(
              office.signer("CN=Office (test)", AT.minus(YEAR), AT),
              Optional.of(stamps.stampsAt(AT.plusSeconds(5))));
      assertThat(seen(late, AT).standing()).isEqualTo(Standing.EXPIRED);
    }
  }

  @Test
  void aTimeStampAuthorityThatDoesNotAnswerIsNoReasonToSignWithout() {
    assertThatThrownBy(
            () ->
                by(
                    office.signer("CN=Office (test)", AT.minus(YEAR), AT.plus(YEAR)),
                    Optional.of(URI.create("http://127.0.0.1:9/"))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aSignedFileKeepsBothStandards() {
    assertThat(PdfProof.broken(signed)).isEmpty();
  }

  @Test
  void anUnsignedFileHasNoSignature() throws Exception {
    assertThat(Signatures.verify(paper, Set.of(), AT)).isEmpty();
  }
}
