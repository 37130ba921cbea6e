package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ComposedTest {
  private static Document page(String html) {
    return Jsoup.parse(
        Composed.read(
                html, Json.createObjectBuilder().add("sources", Json.createArrayBuilder()).build())
            .xhtml());
  }

  @Test
  void aSignatureTakesTheParagraphBeforeItAlongAndItsHeading() {
    Document page =
        page(
            "<div class=\"pleading\"><p>Facts.</p><div><h2>CONCLUSION</h2><div><p>For these reasons.</p></div></div></div>"
                + "<div class=\"sign\"><p>s/ Jane Q. Doe</p></div>");

    assertThat(page.select(".keep > .pleading > h2 + p").text()).isEqualTo("For these reasons.");
    assertThat(page.select(".keep > .pleading + .sign").text()).isEqualTo("s/ Jane Q. Doe");
    assertThat(page.text()).isEqualTo("Facts. CONCLUSION For these reasons. s/ Jane Q. Doe");
  }

  @Test
  void aHeadingStaysWhereSomethingElseFollowsIt() {
    Document page =
        page(
            "<h2>CONCLUSION</h2><p>First.</p><p>Last.</p><div class=\"sign\"><p>s/ Jane Q. Doe</p></div>");

    assertThat(page.select(".keep h2")).isEmpty();
    assertThat(page.select(".keep > p").text()).isEqualTo("Last.");
  }

  @Test
  void theTitleOfAPaperStaysWithItsCaption() {
    Document page =
        page("<h1>ORDER</h1><p>It is ordered.</p><div class=\"sign\"><p>Judge</p></div>");

    assertThat(page.select(".keep h1")).isEmpty();
    assertThat(page.select(".keep > p").text()).isEqualTo("It is ordered.");
  }

  @Test
  void noPaperEndsWithAnEmptyPage() throws Exception {
    List<Integer> empty = new ArrayList<>();
    for (int above = 0; above <= 40; above++) {
      byte[] pdf =
          TypefacesTest.pdf(
              "<div style=\"height:"
                  + above
                  + "pt\">&#160;</div><div><table><thead><tr><th scope=\"col\">What</th></tr></thead><tbody>"
                  + "<tr><td>row</td></tr>".repeat(30)
                  + "</tbody></table></div>");
      try (PDDocument document = Loader.loadPDF(pdf)) {
        PDFTextStripper last = new PDFTextStripper();
        last.setStartPage(document.getNumberOfPages());
        if (!last.getText(document).contains("row")) {
          empty.add(above);
        }
      }
    }
    assertThat(empty).isEmpty();
  }
}
