package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page beside a document and its file for a word processor say what the document says. */
class OtherFormsTest {
  private static String solid(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }

  private static XWPFDocument word(Composed composed) throws Exception {
    return new XWPFDocument(new ByteArrayInputStream(WordFile.of("A document", composed)));
  }

  private static void keep(String name, byte[] content) throws Exception {
    String folder = System.getProperty("proffer.papers", "");
    if (!folder.isEmpty()) {
      Files.createDirectories(Path.of(folder));
      Files.write(Path.of(folder, name), content);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUDIT_REPORT")
  void everySentenceStandsInTheFileOfTheWordProcessorAndOnThePage(DocumentKind kind)
      throws Exception {
    Composed composed = CatalogueTest.composed(kind, CatalogueTest.filled(kind));
    keep(kind.id() + ".docx", WordFile.of(kind.label(), composed));
    String html = AccessibleHtml.page(kind.label(), composed);
    keep(kind.id() + ".html", html.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String page = solid(Jsoup.parse(html).text());
    try (XWPFDocument word = word(composed);
        XWPFWordExtractor reader = new XWPFWordExtractor(word)) {
      String text = solid(reader.getText());
      assertThat(composed.statements())
          .isNotEmpty()
          .allSatisfy(
              said -> {
                for (String part : said.text().split("[\\s\\u00a0]+")) {
                  assertThat(text).contains(part);
                  assertThat(page).contains(part);
                }
              });
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUDIT_REPORT")
  void thePageBesideHasOneHeadingOfTheFirstOrderAHeadToEveryTableAndALanguage(DocumentKind kind) {
    Document page =
        Jsoup.parse(
            AccessibleHtml.page(
                kind.label(), CatalogueTest.composed(kind, CatalogueTest.filled(kind))));
    assertThat(page.select("html").attr("lang")).isEqualTo("en-US");
    assertThat(page.title()).isEqualTo(kind.label());
    assertThat(page.select("h1")).isNotEmpty();
    assertThat(page.select("table"))
        .allSatisfy(table -> assertThat(table.select("th[scope=col]")).isNotEmpty());
    assertThat(page.select("script, [style], [onclick]")).isEmpty();
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @Test
  void aNoteIsANoteOfTheWordProcessorAndAHebrewNameRunsFromTheRight() throws Exception {
    Composed composed =
        Composer.compose(
            "<h1>T</h1><p>Said שלום here.<span class=\"footnote\">The note.</span></p>"
                + "<table><thead><tr><th scope=\"col\" class=\"w30\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td>1</td><td class=\"num\">2</td></tr></tbody></table>",
            new Traces(),
            Map.of());
    try (XWPFDocument word = word(composed)) {
      assertThat(word.getFootnotes())
          .anySatisfy(
              note -> assertThat(note.getParagraphs().get(0).getText()).contains("The note."));
      assertThat(word.getParagraphs())
          .flatExtracting(p -> p.getRuns())
          .filteredOn(run -> run.text().contains("שלום"))
          .singleElement()
          .satisfies(run -> assertThat(run.getCTR().getRPr().sizeOfRtlArray()).isEqualTo(1));
      assertThat(word.getTables().get(0).getRow(0).isRepeatHeader()).isTrue();
      assertThat(word.getFooterList()).hasSize(1);
    }
  }
}
