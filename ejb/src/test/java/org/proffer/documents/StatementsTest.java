package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class StatementsTest {
  private static List<String> said(String html) {
    return Statements.of(Jsoup.parseBodyFragment(html), List.of()).stream()
        .map(Statement::text)
        .toList();
  }

  @Test
  void citationsAndNamesDoNotEndASentence() {
    assertThat(
            said(
                "<p>Hon. Jane Q. Judge applied 18 U.S.C. 1037 and Fed. R. Crim. P. 32.2 to Roe et al. Then she adjourned.</p>"))
        .containsExactly(
            "Hon. Jane Q. Judge applied 18 U.S.C. 1037 and Fed. R. Crim. P. 32.2 to Roe et al. Then she adjourned.");
    assertThat(said("<p>It was sent on May 2. It was read.</p>"))
        .containsExactly("It was sent on May 2.", "It was read.");
  }

  @Test
  void aRowOfATableIsOneStatement() {
    assertThat(said("<table><tr><td>Count</td><td>1</td></tr></table>")).containsExactly("Count 1");
  }

  @Test
  void whatADrafterWritesBecomesParagraphsListsAndNotesAndNoHtml() {
    List<Element> blocks =
        LightText.blocks("A *b* **c** <script>((note))\n\n1. one\n2. two\n\n> quoted\n\n- x");
    assertThat(blocks).extracting(Element::tagName).containsExactly("p", "ol", "blockquote", "ul");
    assertThat(blocks.get(0).html())
        .isEqualTo(
            "A <em>b</em> <strong>c</strong> &lt;script&gt;<span class=\"footnote\">note</span>");
  }
}
