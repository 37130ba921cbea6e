package org.proffer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.OptOutRequest;
import org.proffer.law.canspam.recorded.Transmission;
import org.proffer.mail.ByteSource;

class FactsFileTest {
  private static final Path PAGE = Path.of("..", "docs", "rules", "facts-file.md");

  private static FactsFile read(String json) throws IOException {
    return FactsFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  /** The example of the page: every kind of fact once. */
  private static String example() throws IOException {
    Matcher block =
        Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  @Test
  void theExampleOfThePageStatesEveryKindOfFact() throws IOException {
    Set<String> stated = new TreeSet<>();
    Matcher facts = Pattern.compile("\"fact\": \"(\\w+)\"").matcher(example());
    while (facts.find()) {
      stated.add(facts.group(1));
    }

    assertThat(stated).containsExactlyElementsOf(FactReader.kinds());
    assertThat(stated).hasSize(Fact.class.getPermittedSubclasses().length);
    RecordedFacts all = read(example()).of("", "<1@acme.example>");
    assertThat(all.facts().stream().map(Object::getClass).distinct())
        .hasSize(Fact.class.getPermittedSubclasses().length);
  }

  @Test
  void whatIsWrittenIsReadAsTheSameFactsInTheSameOrder() throws IOException {
    RecordedFacts all = read(example()).of("", "<1@acme.example>");

    assertThat(read(FactsText.of(all)).of("", "")).isEqualTo(all);
    assertThat(read(FactsText.of(RecordedFacts.NONE)).of("", "")).isEqualTo(RecordedFacts.NONE);
  }

  @Test
  void factsThatComeFirstCountLessThanThoseOfTheFile() throws IOException {
    RecordedFacts first =
        RecordedFacts.of(new Transmission(Instant.parse("2020-01-01T00:00:00Z"), null, "a guess"));

    assertThat(read(example()).after(first).of("", "<1@acme.example>").last(Transmission.class))
        .hasValueSatisfying(
            sent -> assertThat(sent.at()).isEqualTo(Instant.parse("2026-03-16T21:00:00Z")));
    assertThat(read(example()).after(first).of("", "").last(Transmission.class))
        .hasValueSatisfying(sent -> assertThat(sent.source()).isEqualTo("a guess"));
  }

  @Test
  void aRequestKeepsItsTimePartyAndScope() throws IOException {
    RecordedFacts facts =
        read("""
            {"facts": [
              {"fact": "optOutRequest", "address": "rita@home.example", "receivedBy": ["Acme"],
               "receivedAt": "2026-03-02T10:00:00-05:00", "kinds": ["Newsletter"],
               "source": "the page's log"}]}
            """)
            .of("", "");

    assertThat(facts.facts())
        .containsExactly(
            new OptOutRequest(
                "rita@home.example",
                Set.of("Acme"),
                Instant.parse("2026-03-02T15:00:00Z"),
                Set.of("Newsletter"),
                "the page's log"));
  }

  @Test
  void whatIsRecordedOfOneMessageCountsOverWhatIsRecordedOfAll() throws IOException {
    String sha256 = "ab".repeat(32);
    FactsFile file =
        read(
            """
            {"facts": [
               {"fact": "transmission", "at": "2026-03-01T00:00:00Z", "source": "the campaign"}],
             "messages": [
               {"messageId": "<1@acme.example>", "facts": [
                 {"fact": "transmission", "at": "2026-03-02T00:00:00Z", "source": "the log"}]},
               {"sha256": "%s", "facts": [
                 {"fact": "transmission", "at": "2026-03-03T00:00:00Z", "source": "the log"}]}]}
            """
                .formatted(sha256.toUpperCase(java.util.Locale.ROOT)));

    assertThat(sent(file.of("", ""))).isEqualTo("2026-03-01T00:00:00Z");
    assertThat(sent(file.of("", "<1@acme.example>"))).isEqualTo("2026-03-02T00:00:00Z");
    assertThat(sent(file.of(sha256, ""))).isEqualTo("2026-03-03T00:00:00Z");
    assertThat(sent(file.of(sha256, "<1@acme.example>"))).isEqualTo("2026-03-03T00:00:00Z");
  }

  private static String sent(RecordedFacts facts) {
    return facts.last(Transmission.class).orElseThrow().at().toString();
  }

  @Test
  void theFactsOfAFileReachTheFindings() throws IOException {
    FactsFile file =
        read(
            """
            {"messages": [{"messageId": "<1@acme.example>", "facts": [
              {"fact": "optOutProcess", "fee": true, "menu": false, "source": "a walk through"}]}]}
            """);
    CheckedMessage checked =
        new MessageCheck()
            .check(
                ByteSource.of(Eml.fullSet().getBytes(StandardCharsets.UTF_8)),
                file,
                null,
                LocalDate.of(2026, 11, 23));

    assertThat(checked.findings())
        .filteredOn(finding -> finding.requirement().equals("OPT-05"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
              assertThat(finding.reason()).contains("a fee").contains("a walk through");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"fact\": \"relay\", \"knowing\": true}| facts[0].withoutAuthorization| is missing",
        "{\"fact\": \"mobileAuthorization\", \"given\": true}| facts[0].source| is missing",
        "{\"fact\": \"mobileAuthorization\", \"given\": true, \"source\": \" \"}| facts[0].source| a text is expected",
        "{\"fact\": \"mobileAuthorization\", \"given\": \"yes\", \"source\": \"s\"}| facts[0].given| true or false",
        "{\"fact\": \"mobileAuthorization\", \"given\": true, \"source\": \"s\", \"extra\": 1}| facts[0].extra| no such field",
        "{\"fact\": \"gossip\", \"source\": \"s\"}| facts[0].fact| no kind of fact",
        "{\"fact\": \"probe\", \"at\": \"yesterday\", \"accepted\": true, \"source\": \"s\"}| facts[0].at| an instant with its offset",
        "{\"fact\": \"probe\", \"at\": \"2026-03-02T10:00:00\", \"accepted\": true, \"source\": \"s\"}| facts[0].at| an instant with its offset",
        "{\"fact\": \"recipient\", \"address\": \"a@b\", \"zone\": \"Mars\", \"source\": \"s\"}| facts[0].zone| a time zone",
        "{\"fact\": \"wirelessDomain\", \"domain\": \"d\", \"listedOn\": \"May\", \"source\": \"s\"}| facts[0].listedOn| a day",
        "{\"fact\": \"accountsOpened\", \"automated\": true, \"accounts\": -1, \"source\": \"s\"}| facts[0].accounts| a whole number",
        "{\"fact\": \"complete\", \"records\": \"DREAMS\", \"source\": \"s\"}| facts[0].records| DREAMS is none of",
        "{\"fact\": \"participant\", \"name\": \"A\", \"roles\": [], \"source\": \"s\"}| facts[0]| has no role",
        "{\"fact\": \"participant\", \"name\": \"A\", \"roles\": \"ADVERTISED\", \"source\": \"s\"}| facts[0].roles| a list",
        "{\"fact\": \"optOutProcess\", \"fee\": false, \"menu\": true, \"source\": \"s\"}| facts[0]| offersNone goes with a menu",
        "3| facts[0]| an object is expected",
        "{\"fact\": \"messageKind\", \"kind\": {\"a\": 1}, \"source\": \"s\"}| facts[0].kind| a text"
      })
  void whatIsNotUnderstoodIsRefusedByFieldAndLine(String fact, String field, String why) {
    assertThatThrownBy(() -> read("{\n \"facts\": [\n  " + fact + "\n ]\n}"))
        .isInstanceOfSatisfying(
            FactsRefused.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.line()).isEqualTo(3);
            })
        .hasMessageContaining("line 3")
        .hasMessageContaining(why);
  }

  @Test
  void whatIsNoFactsFileIsRefused() {
    for (String bad :
        List.of(
            "",
            "[]",
            "{",
            "{\"facts\": []} {}",
            "{\"facts\": 3}",
            "{\"fact\": []}",
            "{\"facts\": [], \"facts\": []}",
            "{\"facts\": [1.5]}",
            "{\"messages\": [{\"facts\": []}]}",
            "{\"messages\": [{\"sha256\": \"12\", \"facts\": []}]}",
            "{\"messages\": [{\"sha256\": \"" + "0".repeat(64) + "\", \"messageId\": \"<1@a>\"}]}",
            "{\"facts\": " + "[".repeat(5000) + "]".repeat(5000) + "}")) {
      assertThatThrownBy(() -> read(bad))
          .as(bad.substring(0, Math.min(60, bad.length())))
          .isInstanceOf(FactsRefused.class);
    }
  }

  @Test
  void anEmptyFileRecordsNothing() throws IOException {
    assertThat(read("{}").of("", "").facts()).isEmpty();
    assertThat(FactsFile.NONE.of("", "<1@a>").facts()).isEmpty();
  }
}
