package org.proffer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.query.Query.And;
import org.proffer.query.Query.Near;
import org.proffer.query.Query.Not;
import org.proffer.query.Query.Or;
import org.proffer.query.Query.Term;

class QueryParserTest {
  private static Term word(String text, int at) {
    return new Term(QueryField.TEXT, text, false, false, at);
  }

  private static Term field(QueryField field, String text, int at) {
    return new Term(field, text, false, false, at);
  }

  @Test
  void wordsSideBySideMustAllOccur() {
    assertThat(QueryParser.parse("wire fraud"))
        .isEqualTo(new And(List.of(word("wire", 1), word("fraud", 6))))
        .isEqualTo(QueryParser.parse("wire fraud"));
  }

  @Test
  void orBindsWeakerThanAnd() {
    assertThat(QueryParser.parse("a AND b OR c"))
        .isEqualTo(new Or(List.of(new And(List.of(word("a", 1), word("b", 7))), word("c", 12))));
    assertThat(QueryParser.parse("a (b OR c)"))
        .isEqualTo(new And(List.of(word("a", 1), new Or(List.of(word("b", 4), word("c", 9))))));
  }

  @Test
  void operatorsAreInCapitalsSoThatNotGuiltyIsTwoWords() {
    assertThat(QueryParser.parse("not guilty"))
        .isEqualTo(new And(List.of(word("not", 1), word("guilty", 5))));
    assertThat(QueryParser.parse("NOT guilty")).isEqualTo(new Not(word("guilty", 5)));
    assertThat(QueryParser.parse("-guilty")).isEqualTo(new Not(word("guilty", 2)));
  }

  @Test
  void aHyphenInsideAWordNegatesNothing() {
    assertThat(QueryParser.parse("opt-out")).isEqualTo(word("opt-out", 1));
  }

  @Test
  void aFieldStandsForItsGroup() {
    assertThat(QueryParser.parse("from:(ann OR bob)"))
        .isEqualTo(
            new Or(List.of(field(QueryField.FROM, "ann", 7), field(QueryField.FROM, "bob", 14))));
  }

  @Test
  void aLinkIsAWordAndNoField() {
    assertThat(QueryParser.parse("http://example.com/buy"))
        .isEqualTo(word("http://example.com/buy", 1));
  }

  @Test
  void nearnessJoinsWordsPhrasesAndChoices() {
    assertThat(QueryParser.parse("cheap w/5 (meds OR \"blue pill\")"))
        .isEqualTo(
            new Near(
                word("cheap", 1),
                new Or(
                    List.of(
                        word("meds", 12), new Term(QueryField.TEXT, "blue pill", true, false, 20))),
                5,
                7));
    assertThat(QueryParser.parse("a NEAR b"))
        .isEqualTo(new Near(word("a", 1), word("b", 8), 10, 3));
  }

  @Test
  void theFarthestNeighbourIsTwentyWordsAway() {
    assertThat(QueryParser.parse("a w/20 b")).isInstanceOf(Near.class);
    assertThatThrownBy(() -> QueryParser.parse("a w/21 b"))
        .isInstanceOf(QueryNotUnderstood.class)
        .hasMessageContaining("Character 3");
  }

  @Test
  void aStarLeavesTheEndOfAWordOpen() {
    assertThat(QueryParser.parse("invoi*"))
        .isEqualTo(new Term(QueryField.TEXT, "invoi", false, true, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(a b|1|does not close",
        "a b)|4|closes nothing",
        "a \"b|3|does not end",
        "a \"\"|3|Nothing stands between",
        "AND a|1|has nothing before it",
        "a OR|5|missing",
        "a AND OR b|7|has nothing before it",
        "()|2|missing",
        "form:bob|1|no field “form”",
        "a from:|3|Nothing stands behind",
        "v*agra|2|inside or before a word",
        "a*|1|match too much",
        "a w/5 (b AND c)|7|Only words and phrases",
        "from:a w/5 b|1|Only words and phrases",
        "a w/2 b w/2 c|9|third neighbour",
        "a w/0 b|3|no distance",
      })
  void whatCannotBeReadIsNamedWithItsPlace(String query, int position, String said) {
    assertThatThrownBy(() -> QueryParser.parse(query))
        .isInstanceOfSatisfying(
            QueryNotUnderstood.class,
            refusal -> {
              assertThat(refusal.position()).isEqualTo(position);
              assertThat(refusal.detail()).contains(said);
            });
  }

  @Test
  void aHundredThingsAreEnough() {
    assertThat(QueryParser.parse("a ".repeat(100))).isInstanceOf(And.class);
    assertThatThrownBy(() -> QueryParser.parse("a ".repeat(101)))
        .isInstanceOf(QueryNotUnderstood.class);
    assertThatThrownBy(() -> QueryParser.parse("(".repeat(31) + "a" + ")".repeat(31)))
        .isInstanceOf(QueryNotUnderstood.class)
        .hasMessageContaining("30 deep");
    assertThat(QueryParser.parse("(".repeat(30) + "a" + ")".repeat(30))).isEqualTo(word("a", 31));
  }
}
