package org.proffer.law.canspam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule has a page that says what the tables say. */
class RulePagesTest {
  private static final Path PAGES = Path.of("..", "docs", "rules");

  static List<CanSpamRules.Rule> rules() {
    return CanSpamRules.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void thePageAgreesWithTheTable(CanSpamRules.Rule rule) throws IOException {
    Path page = PAGES.resolve(rule.id() + ".md");
    assertThat(page).as("every rule needs a page").exists();

    String until = rule.until() == null ? "-" : rule.until().toString();
    assertThat(Files.readString(page))
        .as("docs/rules/%s.md must repeat title, summary, dates, citation and test", rule.id())
        .startsWith("# " + rule.id() + ": " + rule.title() + "\n")
        .contains(rule.summary())
        .contains(
            "| "
                + String.join(
                    " | ",
                    rule.from().toString(),
                    until,
                    rule.citation(),
                    rule.confirmed() ? "yes" : "no",
                    rule.test())
                + " |")
        .contains("## Decided by the engine", "## Left to a person", "## Facts that decide it")
        .contains("| MET |", "| VIOLATED |", "| UNDETERMINED |");
  }

  @Test
  void thePageNamesAsManyPeriodsAsTheTable() throws IOException {
    for (String id : rules().stream().map(CanSpamRules.Rule::id).distinct().toList()) {
      long rows =
          Files.readAllLines(PAGES.resolve(id + ".md")).stream()
              .filter(line -> line.matches("\\| [0-9]{4}-[0-9]{2}-[0-9]{2} \\|.*"))
              .count();
      assertThat(rows).as(id).isEqualTo(Law.RULES.rows(id).size());
    }
  }

  @Test
  void thereIsNoPageWithoutARule() throws IOException {
    Set<String> ids = rules().stream().map(rule -> rule.id() + ".md").collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.equals("README.md") && !name.equals("facts-file.md"))
          .allSatisfy(name -> assertThat(ids).contains(name));
    }
  }

  @Test
  void theIndexNamesEveryRule() throws IOException {
    String index = Files.readString(PAGES.resolve("README.md"));

    assertThat(rules())
        .allSatisfy(
            rule -> assertThat(index).contains("[" + rule.id() + "](" + rule.id() + ".md)"));
  }

  @Test
  void thePageOfARuleNamesItsClass() throws IOException {
    for (String id : CanSpamRules.evaluated()) {
      String page = Files.readString(PAGES.resolve(id + ".md"));
      String named = page.substring(page.indexOf("Class: `") + 8, page.lastIndexOf('`'));
      assertThat(getClass().getPackageName() + "." + named)
          .as(id)
          .satisfies(name -> assertThat(Class.forName(name)).isNotNull());
    }
  }
}
