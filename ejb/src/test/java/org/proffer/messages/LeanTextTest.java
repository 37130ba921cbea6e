package org.proffer.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeanTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "no markup", "5 > 3", "a  b"})
  void textWithoutAnAngleStaysAsItIs(String text) {
    assertThat(LeanText.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<p class=\"x>y\">offer</p>~<b>offer<b>",
        "<td>  <td> <br/>now~<b>now",
        "<style>p {color: red}</style>buy~<b>buy",
        "<SCRIPT a=1>if (a<b) buy()</SCRIPT>now~<b>now",
        "<!DOCTYPE html>x~<b>x",
        "<?xml version='1.0'?>x~<b>x",
      })
  void aTagBecomesTheShortestTag(String text, String lean) {
    assertThat(LeanText.of(text)).isEqualTo(lean);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "I <3 you~I |3 you",
        "<jo@home.example>~|jo@home.example>",
        "a <b~a |b",
        "<a href=\"x> y~|a href=\"x> y",
        "<p a;b>~|p a;b>",
        "<!-- never closed <i>~|!-- never closed <b>",
        "</ p>~|/ p>",
      })
  void whatOnlyLooksLikeATagLosesItsAngle(String text, String lean) {
    assertThat(LeanText.of(text)).isEqualTo(lean);
  }

  @Test
  void aCommentIsOneTagWhateverStandsInIt() {
    assertThat(LeanText.of("one<!-- <i> two --> three")).isEqualTo("one<b> three");
  }

  @Test
  void wordsOfAStyleThatIsNeverClosedAreIgnoredAsTheDatabaseDoes() {
    assertThat(LeanText.of("buy <style> p { color: red }")).isEqualTo("buy <b>");
  }

  @Test
  void aHundredThousandCharactersOfCommentsThatNeverEndAreReadInOnePass() {
    // Read to the end from each of 25,000 beginnings, this would be more than a thousand million
    // steps.
    assertThat(LeanText.of("<!--".repeat(25_000))).isEqualTo("|!--".repeat(25_000));
  }
}
