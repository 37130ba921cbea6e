package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proffer.parties.Party;
import org.proffer.parties.PartyRole;
import org.proffer.records.RecordView;

/** Long and hostile text: nothing is lost, nothing stands outside the page, nothing runs. */
class HostileTextTest {
  private static final List<String> PIECES =
      List.of(
          "<script>alert(1)</script>",
          "{case.title}",
          "{#include caption /}",
          "&amp;&lt;",
          "\" onload=\"x",
          "]]>",
          "\uE100" + "0" + "\uE101x\uE102",
          "שלום",
          "مرحبا",
          "東京都",
          "\uD83D\uDE00",
          "a\u0000b",
          "W".repeat(220),
          "https://example.org/" + "path/".repeat(40),
          "Ωμέγα Ж",
          "שלום 12 (עולם) Ltd.",
          "مُحَمَّد السلام لا",
          "東京都千代田区霞が関一丁目".repeat(8),
          "서울특별시",
          "\uD83D\uDC69\u200D\uD83D\uDCBB\uFE0F",
          "a\u200Bb\u202Ec\u2066d\u00ADe",
          "\uD840\uDC00 กขค \uFE8D",
          "Z\u0351\u036B\u0343a\u0325\u0317",
          "[U+0041]",
          "e\u0301",
          "/* */ } body{display:none}",
          "../../etc/passwd",
          "<img src='http://example.org/x.png'/>");

  private static String hostile(Random random) {
    StringBuilder text = new StringBuilder("Text");
    for (int i = 0; i < 3 + random.nextInt(5); i++) {
      text.append(' ').append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static CaseData hostileCase(Random random, int defendants) {
    CaseData data = SampleCase.data();
    List<RecordView<Party>> parties = new ArrayList<>();
    for (RecordView<Party> party : data.parties()) {
      parties.add(
          Altered.edited(
              Altered.edited(party, "name", hostile(random)), "description", hostile(random)));
    }
    RecordView<Party> model = parties.get(0);
    for (int i = 3; i <= defendants; i++) {
      Party content =
          Altered.with(
              Altered.with(
                  Altered.with(model.content(), "name", "Defendant " + i + " " + hostile(random)),
                  "role",
                  PartyRole.DEFENDANT),
              "defendantNumber",
              i);
      parties.add(
          Altered.with(Altered.with(model, "content", content), "id", new java.util.UUID(77, i)));
    }
    return Altered.with(
        Altered.with(data, "parties", parties),
        "view",
        Altered.with(data.view(), "judge", hostile(random)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyWordOfHostileTextIsPrintedWithinThePage(long seed) throws Exception {
    Random random = new Random(seed);
    DocumentKind kind =
        List.of(DocumentKind.INDICTMENT, DocumentKind.EXHIBIT_LIST, DocumentKind.CASE_SUMMARY)
            .get((int) (seed % 3));
    Map<String, String> form = CatalogueTest.filled(kind);
    form.replaceAll((key, value) -> value + " " + hostile(random));
    CaseData data = hostileCase(random, 50);
    Composed composed =
        PaperMaker.compose(
            PaperMaker.ENGINE.parse(TemplateEngine.file(kind.id())),
            kind,
            SampleCase.subject(kind),
            data,
            form,
            CatalogueTest.MADE);
    byte[] pdf = CatalogueTest.pdf(kind, composed);

    assertThat(composed.document().select("script, img, style, link, iframe")).isEmpty();
    String pages = PdfProof.solid(pdf);
    for (Statement statement : composed.statements()) {
      for (String word : words(statement.text())) {
        for (int from = 0; from < word.length(); from += 12) {
          // A long word is broken over lines, and lines over pages with their feet between them.
          String piece = word.substring(from, Math.min(word.length(), from + 3));
          assertThat(pages.contains(piece)).as(piece + " of " + statement.text()).isTrue();
        }
      }
    }
    assertThat(outside(pdf)).isEmpty();
    assertThat(PdfProof.broken(pdf)).isEmpty();
  }

  /**
   * What stands between white space, and letters read from the right apart from what stands beside
   * them: the reader of these tests turns each word by itself, with its commas.
   */
  private static List<String> words(String text) {
    return Pattern.compile(
            "[\\p{IsHebrew}\\p{IsArabic}\\p{Mn}]+|[^\\s\\u00a0\\p{IsHebrew}\\p{IsArabic}]+")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void aFileRunsNothing() throws Exception {
    byte[] pdf =
        CatalogueTest.pdf(
            DocumentKind.INDICTMENT, CatalogueTest.composed(DocumentKind.INDICTMENT, Map.of()));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
      assertThat(document.getDocumentCatalog().getNames().getJavaScript()).isNull();
      assertThat(document.isEncrypted()).isFalse();
    }
  }

  /** Characters that stand outside their page. */
  static List<String> outside(byte[] pdf) throws IOException {
    List<String> outside = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper reader =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
              PDPage page = getCurrentPage();
              float right = page.getCropBox().getWidth();
              float bottom = page.getCropBox().getHeight();
              if (text.getXDirAdj() < 0
                  || text.getXDirAdj() + text.getWidthDirAdj() > right
                  || text.getYDirAdj() < 0
                  || text.getYDirAdj() > bottom) {
                outside.add(
                    text.getUnicode() + " at " + text.getXDirAdj() + "," + text.getYDirAdj());
              }
              super.processTextPosition(text);
            }
          };
      reader.getText(document);
    }
    return outside;
  }
}
