package org.proffer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryCompilerTest {
  private static final QueryWords.Kept KEPT =
      new QueryWords.Kept(
          Map.of(
              "pills", "'pill'",
              "cheap", "'cheap'",
              "act now", "'act' <-> 'now'",
              "o'hara", "'o' <-> 'hara'",
              "example.com", "'example.com'",
              "the", ""),
          Map.of("runni", Set.of("run")));

  private static QueryCondition compiled(String query) {
    return new QueryCompiler(KEPT).compile(QueryParser.parse(query));
  }

  private static Object search(String query) {
    QueryCondition condition = compiled(query);
    assertThat(condition.sql()).isEqualTo("search @@ cast(:asked0 as tsquery)");
    return condition.values().get("asked0");
  }

  @Test
  void whatTextSearchCanAnswerIsOneLookIntoItsIndex() {
    assertThat(search("cheap (pills OR NOT from:bob@example.org)"))
        .isEqualTo("(('cheap') & (('pill') | !('f:bob@example.org')))");
  }

  @Test
  void theSubjectIsAWeight() {
    assertThat(search("subject:\"act now\"")).isEqualTo("('act':A <-> 'now':A)");
  }

  @Test
  void aBeginningFindsInflectionsWhoseStemIsShorter() {
    assertThat(search("runni*")).isEqualTo("('runni':* | 'run')");
  }

  @Test
  void aHostIsFoundInAddressesAndLinksToo() {
    assertThat(search("example.com"))
        .isEqualTo("(('f:@example.com' | 't:@example.com' | 'h:example.com') | ('example.com'))");
    assertThat(search("domain:example.com"))
        .isEqualTo("('f:@example.com' | 't:@example.com' | 'h:example.com')");
    assertThat(search("url:http://Example.com/Buy")).isEqualTo("'u:example.com/buy'");
    assertThat(search("url:example.com")).isEqualTo("'h:example.com'");
    assertThat(search("ip:192.0.2.*")).isEqualTo("'i:192.0.2.':*");
  }

  @Test
  void nearnessIsEitherOrder() {
    assertThat(search("cheap w/2 pills"))
        .isEqualTo(
            "(('cheap') <1> ('pill') | ('pill') <1> ('cheap') | ('cheap') <2> ('pill') | ('pill') <2> ('cheap'))");
  }

  @Test
  void quotesInValuesStayInTheirQuotes() {
    assertThat(search("from:o'x@example.org")).isEqualTo("'f:o''x@example.org'");
    assertThat(search("attachment:\"a\\b' | 'c\"")).isEqualTo("'a:a\\\\b'' | ''c'");
  }

  @Test
  void daysMonthsAndYearsIncludeTheirLastDay() {
    QueryCondition month = compiled("date:2005-03");
    assertThat(month.values())
        .containsEntry("asked0", Instant.parse("2005-03-01T00:00:00Z"))
        .containsEntry("asked1", Instant.parse("2005-04-01T00:00:00Z"));
    assertThat(month.sql())
        .isEqualTo(
            "((sent_at is not null and sent_at >= :asked0) and (sent_at is not null and sent_at < :asked1))");
    assertThat(compiled("after:2005-03-31").values())
        .containsEntry("asked0", Instant.parse("2005-04-01T00:00:00Z"));
    assertThat(compiled("date:..2005").values())
        .containsEntry("asked0", Instant.parse("2006-01-01T00:00:00Z"));
    assertThatThrownBy(() -> compiled("date:..")).isInstanceOf(QueryNotUnderstood.class);
    assertThatThrownBy(() -> compiled("cheap date:2005-02-30"))
        .isInstanceOfSatisfying(
            QueryNotUnderstood.class, refusal -> assertThat(refusal.position()).isEqualTo(12));
  }

  @Test
  void columnsAndTextStandTogether() {
    QueryCondition both = compiled("cheap verdict:violated -coded:yes");
    assertThat(both.sql())
        .startsWith(
            "(search @@ cast(:asked1 as tsquery) and verdict = :asked0 and not (id in (select mt.message_id");
    assertThat(both.values())
        .containsEntry("asked0", "VIOLATED")
        .containsEntry("asked1", "('cheap')");
  }

  @Test
  void aWordThatIsEverywhereIsSaidNotToBeSought() {
    assertThat(compiled("the pills").notes()).singleElement().asString().contains("“the”");
    assertThatThrownBy(() -> compiled("the")).isInstanceOf(QueryNotUnderstood.class);
    assertThatThrownBy(() -> compiled("pills OR the"))
        .isInstanceOfSatisfying(
            QueryNotUnderstood.class, refusal -> assertThat(refusal.position()).isEqualTo(10));
    assertThatThrownBy(() -> compiled("-the")).isInstanceOf(QueryNotUnderstood.class);
  }

  @Test
  void onlyWordsThatAreWantedAreShown() {
    assertThat(compiled("cheap -pills subject:\"act now\" from:bob@example.org").words())
        .isEqualTo("('cheap') | ('act' <-> 'now')");
  }

  @Test
  void valuesThatAreNoneAreRefusedWithTheChoices() {
    assertThatThrownBy(() -> compiled("verdict:guilty"))
        .isInstanceOfSatisfying(
            QueryNotUnderstood.class, refusal -> assertThat(refusal.next()).contains("violated, "));
    assertThatThrownBy(() -> compiled("hash:abc")).isInstanceOf(QueryNotUnderstood.class);
    assertThatThrownBy(() -> compiled("defect:NO_SUCH")).isInstanceOf(QueryNotUnderstood.class);
    assertThatThrownBy(() -> compiled("batch:x")).isInstanceOf(QueryNotUnderstood.class);
    assertThatThrownBy(() -> compiled("verdict:viol*")).isInstanceOf(QueryNotUnderstood.class);
  }

  @Test
  void endingsOfTheStemmerAreTried() {
    assertThat(Beginnings.candidates("connecti")).contains("connection", "connectives", "connecti");
    assertThat(Beginnings.candidates("runn")).contains("running");
  }
}
