package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
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
}
