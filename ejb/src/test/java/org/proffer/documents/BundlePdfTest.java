package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** Papers put together: every page numbered once, a broken one named, nothing claimed in vain. */
class BundlePdfTest {
  private static BundlePdf.Made bundle(BundlePdf.Part... parts) throws Exception {
    return BundlePdf.of(
        "Trial exhibits",
        List.of(parts),
        "ROE",
        7,
        41,
        new PaperPdf.Sheet("Trial exhibits", "2:26-cr-20001", "", "", "Pat"),
        CourtProfile.of(SampleCase.data().view().court()),
        CatalogueTest.AT);
  }

  private static BundlePdf.Part own(String label) throws Exception {
    return new BundlePdf.Part(
        label,
        "Timeline",
        "a".repeat(64),
        CatalogueTest.pdf(
            DocumentKind.TIMELINE_EXHIBIT,
            CatalogueTest.composed(DocumentKind.TIMELINE_EXHIBIT, Map.of())));
  }

  private static BundlePdf.Part foreign() throws Exception {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      PDPage turned = new PDPage();
      turned.setRotation(90);
      document.addPage(turned);
      document.save(out);
      return new BundlePdf.Part("Exhibit 2", "Scan of a ledger", "b".repeat(64), out.toByteArray());
    }
  }

  @Test
  void everyPageHasTheNextNumber() throws Exception {
    BundlePdf.Made made = bundle(own("Exhibit 1"), foreign());
    // index, slip, timeline, slip, two pages
    assertThat(made.pages()).isEqualTo(6);
    String text = PdfProof.text(made.pdf());
    for (int number = 41; number <= 46; number++) {
      assertThat(text).contains("ROE-00000" + number);
    }
    assertThat(text).doesNotContain("ROE-0000047");
    assertThat(made.lines())
        .containsExactly(
            "Exhibit 1, Timeline: ROE-0000042 to ROE-0000043, SHA-256 as it came " + "a".repeat(64),
            "Exhibit 2, Scan of a ledger: ROE-0000044 to ROE-0000046, SHA-256 as it came "
                + "b".repeat(64));
  }

  @Test
  void aBundleHasBookmarksAndPageLabels() throws Exception {
    try (PDDocument document = Loader.loadPDF(bundle(own("Exhibit 1"), foreign()).pdf())) {
      assertThat(document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
          .containsExactly("i", "1-1", "1-2", "2-1", "2-2", "2-3");
      assertThat(document.getDocumentCatalog().getDocumentOutline().children())
          .extracting(item -> item.getTitle())
          .containsExactly("Index", "Exhibit 1: Timeline", "Exhibit 2: Scan of a ledger");
    }
  }

  @Test
  void aBundleOfOurOwnPapersKeepsBothStandards() throws Exception {
    assertThat(PdfProof.broken(bundle(own("Exhibit 1"), own("Exhibit 2")).pdf())).isEmpty();
  }

  @Test
  void whatDoesNotKeepTheStandardsDoesNotClaimTo() throws Exception {
    byte[] pdf = bundle(foreign()).pdf();
    assertThat(PdfProof.broken(pdf)).isNotEmpty();
    assertThat(new String(Unclaimed.of(pdf), StandardCharsets.ISO_8859_1))
        .doesNotContain("pdfaid", "pdfuaid");
  }

  @Test
  void aBrokenPaperStopsTheBundleAndIsNamed() {
    assertThatThrownBy(
            () ->
                bundle(
                    own("Exhibit 1"),
                    new BundlePdf.Part(
                        "Exhibit 2",
                        "Torn",
                        "c".repeat(64),
                        "%PDF-1.4 torn".getBytes(StandardCharsets.US_ASCII))))
        .isInstanceOf(BrokenPart.class)
        .hasMessageContaining("Part 2, “Torn”");
  }
}
