package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
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
      PDPage written = new PDPage();
      document.addPage(written);
      try (PDPageContentStream content = new PDPageContentStream(document, written)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(100, 700);
        content.showText("A scan, not tagged");
        content.endText();
      }
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

  private static BundlePdf.Part exhibit(String number, byte[] pdf, String note) {
    return new BundlePdf.Part(
        number, "GOVERNMENT EXHIBIT", "A thing of the case", "c".repeat(64), pdf, note);
  }

  @Test
  void anExhibitHasItsStickerOnTheSlipSheetAndItsMarkOnEachPage() throws Exception {
    String text = PdfProof.text(bundle(exhibit("GX-12A", foreign().pdf(), "")).pdf());
    assertThat(text)
        .containsSubsequence("GOVERNMENT EXHIBIT", "GX-12A", "2:26-cr-20001", "2 pages")
        .contains("GX-12A 1/2 ROE-0000043", "GX-12A 2/2 ROE-0000044");
  }

  @Test
  void whatHasNoPagesHasASlipSheetAlone() throws Exception {
    BundlePdf.Made made =
        bundle(exhibit("GX-1", new byte[0], "Handed over as it is: ring.mbox."), foreign());
    assertThat(made.pages()).isEqualTo(5);
    assertThat(made.lines().get(0)).contains("ROE-0000042 to ROE-0000042");
    assertThat(PdfProof.text(made.pdf())).contains("Handed over as it is: ring.mbox.");
  }

  /** Three pages, each with a word of its own. */
  private static byte[] threePages() throws Exception {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (String word : List.of("Alpha", "Beta", "Gamma")) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.newLineAtOffset(100, 700);
          content.showText(word);
          content.endText();
        }
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void theOriginalOfAMessageIsAttachedAndTheBundleKeepsBothStandards() throws Exception {
    byte[] mail = "From: a@example.org\r\n\r\nBuy.\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] pdf =
        bundle(
                new BundlePdf.Part(
                    "GX-1",
                    "GOVERNMENT EXHIBIT",
                    "A message",
                    "c".repeat(64),
                    own("x").pdf(),
                    "",
                    new Attachment("GX-1-message.eml", "message/rfc822", "The message", mail)))
            .pdf();
    assertThat(PdfProof.broken(pdf)).isEmpty();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(
              document
                  .getDocumentCatalog()
                  .getNames()
                  .getEmbeddedFiles()
                  .getNames()
                  .get("GX-1-message.eml")
                  .getEmbeddedFile()
                  .toByteArray())
          .isEqualTo(mail);
    }
  }

  @Test
  void pagesOfAPaperAreThereAndNothingOfItsOthers() throws Exception {
    byte[] second = BundlePapers.range(threePages(), 2, 2, 1, "Ledger");
    assertThat(PdfProof.text(second)).contains("Beta");
    assertThat(PdfProof.everything(second)).doesNotContain("Alpha", "Gamma");
    byte[] own =
        BundlePapers.range(
            CatalogueTest.pdf(
                DocumentKind.INDICTMENT,
                CatalogueTest.composed(
                    DocumentKind.INDICTMENT, CatalogueTest.filled(DocumentKind.INDICTMENT))),
            1,
            1,
            1,
            "Indictment");
    assertThat(PdfProof.everything(own)).contains("GRAND JURY").doesNotContain("TRUE BILL");
  }

  @Test
  void pagesThatAPaperDoesNotHaveAreNamed() throws Exception {
    byte[] pdf = threePages();
    assertThat(BundlePapers.range(pdf, 3, 3, 1, "Ledger")).isNotEmpty();
    assertThatThrownBy(() -> BundlePapers.range(pdf, 3, 4, 2, "Ledger"))
        .isInstanceOf(BrokenPart.class)
        .hasMessageContaining("Part 2, “Ledger”: it has 3 pages");
  }

  @Test
  void aPictureGetsAPageAndWhatIsNoneGetsNone() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", png);
    assertThat(
            bundle(exhibit("GX-1", PicturePdf.of(png.toByteArray(), "a.png", 1, "a"), "")).pages())
        .isEqualTo(3);
    assertThat(PicturePdf.of("From a@b".getBytes(StandardCharsets.US_ASCII), "a.eml", 1, "a"))
        .isEmpty();
    byte[] torn = java.util.Arrays.copyOf(png.toByteArray(), 60);
    assertThatThrownBy(() -> PicturePdf.of(torn, "a.png", 3, "Chart"))
        .isInstanceOf(BrokenPart.class)
        .hasMessageContaining("Part 3, “Chart”");
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
