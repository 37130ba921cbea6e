package org.proffer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.proffer.mail.DecodedText;

class VisibleTextTest {

  private static VisibleText html(String html) {
    return HtmlText.read(
        "1",
        new DecodedText(
            html, StandardCharsets.UTF_8, html.getBytes(StandardCharsets.UTF_8).length, true),
        1_000_000);
  }

  @Test
  void blocksBreakLinesAndSpacesCollapse() {
    assertThat(html("<div>One\n  two</div><p>three&nbsp;four</p>five").text())
        .isEqualTo("One two\nthree four\nfive");
  }

  @Test
  void scriptsStylesTitlesAndCommentsAreNotSeen() {
    assertThat(
            html("<title>t</title><style>p{}</style><script>x</script><!-- [if] a --><b>seen</b>")
                .text())
        .isEqualTo("seen");
  }

  @Test
  void entitiesAreReadWithAndWithoutTheirSemicolon() {
    assertThat(html("a &amp; b &lt;c&gt; &#65;&#x42; &copy; &bogus; &").text())
        .isEqualTo("a & b <c> AB \u00a9 &bogus; &");
  }

  @Test
  void everyCharacterKnowsItsPlace() {
    String source = "<p>Caf\u00e9 &amp; <b>Bar</b></p>";
    VisibleText text = html(source);
    int at = text.text().indexOf("Bar");
    assertThat(text.span(at, at + 3).offset())
        .isEqualTo(
            source.substring(0, source.indexOf("Bar")).getBytes(StandardCharsets.UTF_8).length);
    int amp = text.text().indexOf('&');
    assertThat(text.span(amp, amp + 1).length()).isEqualTo("&amp;".length());
  }

  @Test
  void anUnclosedHiddenParagraphEndsWithTheNext() {
    VisibleText text = html("<p style='display:none'>secret<p>seen");
    assertThat(text.text()).isEqualTo("seen");
    assertThat(text.hidden()).contains("secret");
  }

  @Test
  void sizesInRelativeUnitsFollowTheSurrounding() {
    assertThat(html("<div style='font-size:0'><span style='font-size:12px'>a</span>b</div>").text())
        .isEqualTo("a");
  }

  @Test
  void noInputThrowsWhateverItIs() {
    Random random = new Random(20261123);
    String alphabet = "<>/=\"' &;#!-abdivpstyle{}:.@\n\u00e9\ud83d\ude00";
    for (int n = 0; n < 3000; n++) {
      StringBuilder s = new StringBuilder();
      int length = random.nextInt(200);
      for (int i = 0; i < length; i++) {
        s.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      VisibleText text = html(s.toString());
      text.span(0, text.text().length());
      Letter.html(s.toString()).with("text/plain", s.toString()).subject(s.toString()).facts();
    }
  }

  @Test
  void longHostileInputIsReadWithinAMinute() {
    for (String unit :
        new String[] {
          "<div ",
          "<a href=x>",
          "&amp",
          "<style>",
          "123 Main ",
          "unsubscribe ",
          "12345 ",
          "@",
          "<!--",
          "One One ",
          "IL 62701 ",
          ", IL",
          "po box ",
          "<b style='a:b'>",
          "click here ",
          "a1b2 ",
          "France "
        }) {
      String hostile = unit.repeat(400_000 / unit.length());
      Assertions.assertTimeout(
          Duration.ofSeconds(60),
          () -> Letter.html(hostile).with("text/plain", hostile).facts(),
          unit);
    }
  }
}
