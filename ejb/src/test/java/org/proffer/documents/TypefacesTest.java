package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and words in scripts other than that of the court. */
class TypefacesTest {
  private static final String HEBREW = "שלום כהן";
  private static final String ARABIC = "محمد السلام";
  private static final String HAN = "東京都千代田区";

  @TempDir Path folder;

  static byte[] pdf(String body) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PaperPdf.write(
        new Composed(Jsoup.parseBodyFragment(body), List.of(), List.of(), List.of()),
        new PaperPdf.Sheet("Test", "2:26-cr-20001", "", "", "Pat"),
        CourtProfile.of(SampleCase.data().view().court()),
        List.of(),
        CatalogueTest.AT,
        out);
    String keep = System.getProperty("proffer.papers", "");
    if (!keep.isEmpty()) {
      Files.createDirectories(Path.of(keep));
      Files.write(
          Path.of(keep, "typefaces-" + Integer.toHexString(body.hashCode()) + ".pdf"),
          out.toByteArray());
    }
    return out.toByteArray();
  }

  private static String codes(String text) {
    return text.chars()
        .mapToObj(c -> String.format(Locale.ROOT, "%04X", c))
        .collect(Collectors.joining(" "));
  }

  @Test
  void arabicLettersTakeTheFormTheirNeighboursAskFor() {
    // seen initial, lam with alef final as one sign, meem alone: alef joins nothing behind it
    assertThat(codes(ArabicForms.joined("سلام"))).isEqualTo("FEB3 FE75 FEFC FEE1");
    // meem initial, hah medial, meem medial, dal final
    assertThat(codes(ArabicForms.joined("محمد"))).isEqualTo("FEE3 FEA4 FEE4 FEAA");
    // a mark above does not part the letters
    assertThat(codes(ArabicForms.joined("مُح"))).isEqualTo("FEE3 064F FEA2");
    assertThat(codes(ArabicForms.joined("م ح"))).isEqualTo("FEE1 0020 FEA1");
    assertThat(ArabicForms.joined("abc שלום")).isEqualTo("abc שלום");
    assertThat(ArabicForms.signsOfTwo()).hasSize(8);
  }

  @Test
  void aLineReadFromTheRightIsDrawnFromTheLeftWithNumbersAsTheyAre() {
    RightToLeft order = new RightToLeft();
    assertThat(order.reorderRTLTextToLTR("אבג")).isEqualTo("גבא");
    assertThat(order.reorderRTLTextToLTR("אב 123 גד")).isEqualTo("דג 123 בא");
    assertThat(order.reorderRTLTextToLTR("א (ב)")).isEqualTo("(ב) א");
    assertThat(order.reorderRTLTextToLTR("א Ltd. ב")).isEqualTo("ב .Ltd א");
  }

  @Test
  void namesInOtherScriptsArePrintedAsTheyAre() throws Exception {
    String name = HEBREW + ", " + ARABIC + ", " + HAN + ", 서울, Ωμέγα, \uD83D\uDE00";
    assertThat(Printable.text(name)).isEqualTo(name);

    byte[] pdf = pdf("<p>Known as " + name + ", of Detroit.</p>");

    assertThat(PdfProof.broken(pdf)).isEmpty();
    assertThat(PdfProof.text(pdf))
        .contains("שלום", "כהן", "محمد", "السلام", HAN, "서울", "Ωμέγα", "\uD83D\uDE00")
        .contains(", of Detroit.")
        .doesNotContain("#", "[U+");
  }

  @Test
  void anotherReaderFindsLettersInTheOrderInWhichTheyAreRead() throws Exception {
    Path tool = Path.of("/usr/bin/pdftotext");
    assumeTrue(Files.isExecutable(tool), "SKIPPED: poppler-utils is missing");
    Path file = folder.resolve("names.pdf");
    Files.write(file, pdf("<p>" + HEBREW + "</p><p>" + ARABIC + "</p><p>" + HAN + "</p>"));
    Process process =
        new ProcessBuilder(tool.toString(), "-enc", "UTF-8", file.toString(), "-").start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    // Marks of direction that the reader puts around a line are not of the document.
    assertThat(text.replaceAll("[\\u202A-\\u202E\\u200E\\u200F]", ""))
        .contains(HEBREW, ARABIC, HAN);
  }

  @Test
  void whatIsNotToBeSeenIsPrintedWithItsNameAndActsOnNothing() {
    assertThat(Printable.text("a\u200Bb\u202Ec\u0000d"))
        .isEqualTo("a[U+200B ZERO WIDTH SPACE]b[U+202E RIGHT-TO-LEFT OVERRIDE]c[U+0000 NULL]d");
    assertThat(Printable.text("\uFE8D")).isEqualTo("[U+FE8D ARABIC LETTER ALEF ISOLATED FORM]");
    assertThat(Printable.text("\u0E01")).isEqualTo("[U+0E01 THAI CHARACTER KO KAI]");
    assertThat(Printable.text("\uD840\uDC00")).isEqualTo("[U+20000]");
    assertThat(Printable.margin("東")).isEqualTo("[U+6771]");
  }

  @Test
  void aTextPrintedByCodePointsMeansWhatItMeantBefore() {
    assertThat(Printable.meant("[U+6771][U+200B ZERO WIDTH SPACE]x")).isEqualTo("東\u200Bx");
    assertThat(
            Statements.changes(
                List.of(new Statement("", "Known as [U+6771][U+4EAC].", List.of())),
                List.of(new Statement("", "Known as 東京.", List.of()))))
        .isEmpty();
  }

  @Test
  void aLongNameInChineseIsBrokenBetweenItsSigns() throws Exception {
    byte[] pdf = pdf("<p>" + HAN.repeat(30) + "</p>");
    assertThat(PdfProof.solid(pdf)).contains(HAN.repeat(30));
    assertThat(HostileTextTest.outside(pdf)).isEmpty();
  }

  @Test
  void aNoteStandsAtTheFootOfThePageThatCallsIt() throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 1; i <= 120; i++) {
      body.append("<p>Paragraph ")
          .append(i)
          .append(
              i % 20 == 10 ? ".<span class='footnote'>Note of paragraph " + i + ".</span>" : ".")
          .append("</p>");
    }
    Traces traces = new Traces();
    Composed composed = Composer.compose(body.toString(), traces, java.util.Map.of());
    byte[] pdf = pdf(composed.html());

    assertThat(PdfProof.broken(pdf)).isEmpty();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int notes = 0;
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper reader = new PDFTextStripper();
        reader.setSortByPosition(true);
        reader.setStartPage(page);
        reader.setEndPage(page);
        String text = reader.getText(document).replaceAll("[\\s\\u00a0]+", " ");
        for (int i = 10; i <= 110; i += 20) {
          if (text.contains("Note of paragraph " + i + ".")) {
            notes++;
            assertThat(text).containsSubsequence("Paragraph " + i + ".", "Note of paragraph " + i);
            assertThat(text.substring(text.indexOf("Note of paragraph " + i)))
                .doesNotContainPattern("(?<!of )Paragraph \\d");
          }
        }
      }
      assertThat(notes).isEqualTo(6);
    }
  }
}
