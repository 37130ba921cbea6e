package org.proffer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
  @Test
  void theLastWordMayBeTheBeginningOfALongerOne() {
    assertThat(SearchWords.of("wire frau").terms())
        .containsExactly(
            new SearchWords.Term("wire", List.of("wire"), false, false),
            new SearchWords.Term("frau", List.of("frau"), false, true));
  }

  @Test
  void aWordThatIsFollowedByAnythingIsWhole() {
    assertThat(SearchWords.of("wire fraud ").terms()).noneMatch(SearchWords.Term::open).hasSize(2);
  }

  @Test
  void twoLettersAreNoBeginningSinceTooMuchBeginsWithThem() {
    assertThat(SearchWords.of("count 12").terms()).noneMatch(SearchWords.Term::open);
  }

  @Test
  void wordsInQuotesStandSideBySide() {
    assertThat(SearchWords.of("\"forged headers\" proxy").terms().get(0))
        .isEqualTo(
            new SearchWords.Term("forged headers", List.of("forged", "headers"), true, false));
    assertThat(SearchWords.of("“state of min").terms().get(0).query())
        .isEqualTo("'state' <-> 'of' <-> 'min':*");
  }

  @Test
  void punctuationSeparatesSoThatNothingTypedIsASyntaxOfTheDatabase() {
    Map<String, Object> bound = new HashMap<>();
    String expression =
        SearchWords.of("2:07-cr-20627 joe@example.com a'b:*&!(|").writtenOrStemmed(bound::put);

    assertThat(bound.values())
        .allSatisfy(
            value -> assertThat((String) value).matches("('[\\p{L}\\p{N}]+'(:\\*)?( <-> )?)+"));
    assertThat(expression).doesNotContain("example");
  }

  @Test
  void nothingButPunctuationIsNothingToLookFor() {
    assertThat(SearchWords.of(" !? \"\" ").isEmpty()).isTrue();
    assertThat(SearchWords.of("").isEmpty()).isTrue();
  }

  @Test
  void patternsFindAnyPartOfANumber() {
    assertThat(SearchWords.of("cr-20627 Doe").patterns()).containsExactly("%cr%20627%", "%doe%");
  }
}
