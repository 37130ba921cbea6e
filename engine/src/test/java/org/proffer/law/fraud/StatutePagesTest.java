package org.proffer.law.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.proffer.law.Certainty;
import org.proffer.law.DatedTable;
import org.proffer.law.Usd;
import org.proffer.law.sentencing.SentenceObjection;

/**
 * Each offence has a page, drawn from the tables. The drawn page is left in {@code target/statutes}
 * to be taken over when the law moved.
 */
class StatutePagesTest {
  private static final Path PAGES = Path.of("..", "docs", "statutes");
  private static final Path DRAWN = Path.of("target", "statutes");
  private static final Set<String> WRITTEN = Set.of("README.md", "sentences.md");

  static Set<String> ids() {
    return Law.STATUTES.ids();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void thePageSaysWhatTheCatalogueSays(String id) throws IOException {
    String drawn = page(id);
    Files.createDirectories(DRAWN);
    Files.writeString(DRAWN.resolve(id + ".md"), drawn);

    Path page = PAGES.resolve(id + ".md");
    assertThat(page).as("every offence needs a page; drawn in %s", DRAWN).exists();
    assertThat(Files.readString(page)).as("docs/statutes/%s.md", id).isEqualTo(drawn);
  }

  @Test
  void thereIsNoPageWithoutAnOffence() throws IOException {
    Set<String> known = ids().stream().map(id -> id + ".md").collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !WRITTEN.contains(name))
          .containsExactlyInAnyOrderElementsOf(known);
    }
  }

  @Test
  void theIndexNamesEveryOffence() throws IOException {
    String index = Files.readString(PAGES.resolve("README.md"));

    for (String id : ids()) {
      Statute statute = Statutes.byId(id).orElseThrow();
      assertThat(index)
          .contains(
              "| [%s](%s.md) | %s | %s |".formatted(id, id, statute.title(), statute.citation()));
    }
    for (Certainty certainty : Certainty.values()) {
      assertThat(index).contains("| " + certainty.words() + " |");
    }
  }

  @Test
  void theCheckOfSentencesNamesEveryObjection() throws IOException {
    String page = Files.readString(PAGES.resolve("sentences.md"));

    for (SentenceObjection.Code code : SentenceObjection.Code.values()) {
      assertThat(page).contains("| `" + code + "` |");
    }
  }

  private static String page(String id) {
    StringBuilder page = new StringBuilder();
    List<DatedTable.Row> periods = Law.STATUTES.rows(id);
    Statute newest = Statutes.byId(id).orElseThrow();
    page.append("# ").append(id).append(": ").append(newest.title()).append("\n");
    for (DatedTable.Row period :
        periods.stream().sorted((a, b) -> b.from().compareTo(a.from())).toList()) {
      LocalDate day = period.until() == null ? null : period.until().minusDays(1);
      Statute statute = (day == null ? Statutes.byId(id) : Statutes.byId(id, day)).orElseThrow();
      page.append(period(statute));
    }
    return page.toString();
  }

  private static String period(Statute statute) {
    StringBuilder page = new StringBuilder();
    page.append("\n## From ").append(statute.from());
    if (statute.until() != null) {
      page.append(", until ").append(statute.until());
    }
    page.append("\n\n")
        .append(statute.citation())
        .append(" (")
        .append(statute.certainty().words())
        .append(statute.note().isEmpty() ? "" : "; " + statute.note())
        .append(").\n\n");
    page.append("State of mind: ").append(statute.mind()).append(".\n");
    page.append("The limitation runs from ").append(statute.runsFrom()).append(".\n");
    if (statute.restitutionMandatory()) {
      page.append("Restitution to victims with a loss is mandatory.\n");
    }
    if (!statute.forfeiture().isEmpty()) {
      page.append("Forfeiture is mandatory (").append(statute.forfeiture()).append(").\n");
    }
    page.append("\n| element | has to be proved | citation | certainty |\n|---|---|---|---|\n");
    for (Element element : statute.elements()) {
      row(
          page,
          "`" + element.id() + "`",
          element.text(),
          element.citation(),
          element.certainty().words());
    }
    if (!statute.tiers().isEmpty()) {
      page.append(
          "\n| tier | opened by | for the jury | months | class | fine, person | fine, organisation | limitation | citation | certainty |\n|---|---|---|---|---|---|---|---|---|---|\n");
      for (PenaltyTier tier : statute.tiers()) {
        row(
            page,
            "`" + tier.id() + "`",
            tier.trigger(),
            tier.forJury() ? "yes" : "no",
            months(tier),
            tier.offenceClass().words(),
            fine(tier, Offender.INDIVIDUAL),
            fine(tier, Offender.ORGANISATION),
            tier.limitation().years() + " years (" + tier.limitation().citation() + ")",
            tier.citation(),
            tier.certainty().words() + (tier.note().isEmpty() ? "" : "; " + tier.note()));
      }
    }
    page.append("\nCharging language:\n\n> ").append(statute.chargingLanguage()).append("\n");
    return page.toString();
  }

  private static String months(PenaltyTier tier) {
    String most = "up to " + tier.maximumMonths();
    return tier.minimumMonths() == tier.maximumMonths()
        ? tier.maximumMonths() + (tier.consecutive() ? ", after every other term" : "")
        : most;
  }

  private static String fine(PenaltyTier tier, Offender offender) {
    Usd amount = tier.fine().amount(offender).usd();
    String property =
        tier.fine().propertyFactor() == 0
            ? ""
            : " or " + tier.fine().propertyFactor() + " times the property";
    return amount + " or " + tier.fine().gainOrLossFactor() + " times the gain or loss" + property;
  }

  private static void row(StringBuilder page, String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
