package org.proffer.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.deadlines.FederalHolidays;
import org.proffer.law.fraud.Statutes;
import org.proffer.law.penalties.CivilPenalties;
import org.proffer.law.sentencing.SentenceCheck;

/** What every table of law promises. */
class LawTablesTest {

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("rules", DatedTable.read(CanSpamRules.class, "rules.csv")),
        Arguments.of("thresholds", DatedTable.read(CanSpamRules.class, "thresholds.csv")),
        Arguments.of("readings", DatedTable.read(CanSpamRules.class, "readings.csv")),
        Arguments.of("federal-holidays", FederalHolidays.table()),
        Arguments.of("civil-penalty", CivilPenalties.table()),
        Arguments.of("statutes", DatedTable.read(Statutes.class, "statutes.csv")),
        Arguments.of("elements", DatedTable.read(Statutes.class, "elements.csv")),
        Arguments.of("tiers", DatedTable.read(Statutes.class, "tiers.csv")),
        Arguments.of("fraud thresholds", DatedTable.read(Statutes.class, "thresholds.csv")),
        Arguments.of("limits", DatedTable.read(SentenceCheck.class, "limits.csv")));
  }

  static Stream<Arguments> guidelines() {
    return Stream.of("sentencing-table.csv", "zones.csv", "loss-table.csv", "fine-table.csv")
        .map(name -> Arguments.of(name, DatedTable.read(SentenceCheck.class, name)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"tables", "guidelines"})
  void everyRowCitesItsSource(String name, DatedTable table) {
    assertThat(table.rows()).isNotEmpty();
    assertThat(table.rows())
        .allSatisfy(
            row ->
                assertThat(row.citation())
                    .as("%s of %s needs a citation", row.id(), name)
                    .containsPattern("(U\\.S\\.C\\.|CFR|FR|USSG) [0-9]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"tables", "guidelines"})
  void thePeriodsOfOneIdNeitherOverlapNorLeaveGaps(String name, DatedTable table) {
    for (String id : table.ids()) {
      List<DatedTable.Row> rows = table.rows(id);
      for (int i = 1; i < rows.size(); i++) {
        assertThat(rows.get(i).from())
            .as("%s of %s: a row begins where the one before ends", id, name)
            .isEqualTo(rows.get(i - 1).until());
      }
    }
  }

  /** Elements that went with the wording of 18 U.S.C. 1030 before Pub. L. 110-326. */
  private static final Set<String> REPEALED =
      Set.of("18-1030-a-2.interstate", "18-1030-a-5-A.loss", "18-1030-a-5-B.loss");

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void whatHoldsTodayHasNoEnd(String name, DatedTable table) {
    for (String id : table.ids().stream().filter(known -> !REPEALED.contains(known)).toList()) {
      List<DatedTable.Row> rows = table.rows(id);
      assertThat(rows.get(rows.size() - 1).until()).as("%s of %s", id, name).isNull();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guidelines")
  void theGuidelinesEndWithTheLastManualThatWasRead(String name, DatedTable table) {
    for (String id : table.ids()) {
      List<DatedTable.Row> rows = table.rows(id);
      assertThat(rows.get(rows.size() - 1).until())
          .as("%s of %s", id, name)
          .isEqualTo(LocalDate.of(2026, 11, 1));
    }
  }

  @Test
  void everyNumberHasAUnitOfTheList() {
    for (DatedTable table :
        List.of(
            DatedTable.read(CanSpamRules.class, "thresholds.csv"),
            CivilPenalties.table(),
            DatedTable.read(Statutes.class, "thresholds.csv"),
            DatedTable.read(SentenceCheck.class, "limits.csv"))) {
      assertThat(table.rows())
          .allSatisfy(row -> assertThat(Unit.valueOf(row.cell("unit"))).isNotNull());
    }
  }

  @Test
  void everyReadingThatIsNotConfirmedSaysWhatIsRead() {
    assertThat(DatedTable.read(CanSpamRules.class, "readings.csv").rows())
        .allSatisfy(
            row -> {
              assertThat(row.confirmed()).isFalse();
              assertThat(row.cell("reading")).isNotBlank();
            });
  }

  @Test
  void aDayOutsideTheRowsIsAnError() {
    DatedTable table = DatedTable.read(CanSpamRules.class, "thresholds.csv");

    assertThat(table.at("opt-out-grace", LocalDate.of(2004, 1, 1)).cell("value")).isEqualTo("10");
    assertThatThrownBy(() -> table.at("opt-out-grace", LocalDate.of(2003, 12, 31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("opt-out-grace")
        .hasMessageContaining("2003-12-31");
  }

  @Test
  void theFirstDayOfARowIsInAndTheDayItEndsIsOut() {
    DatedTable table =
        DatedTable.parse(
            "t",
            List.of(
                "id;from;until;citation;confirmed",
                "a;2004-01-01;2005-01-01;1 U.S.C. 1;true",
                "a;2005-01-01;;1 U.S.C. 2;true"));

    assertThat(table.find("a", LocalDate.of(2003, 12, 31))).isEmpty();
    assertThat(table.at("a", LocalDate.of(2004, 1, 1)).citation()).isEqualTo("1 U.S.C. 1");
    assertThat(table.at("a", LocalDate.of(2004, 12, 31)).citation()).isEqualTo("1 U.S.C. 1");
    assertThat(table.at("a", LocalDate.of(2005, 1, 1)).citation()).isEqualTo("1 U.S.C. 2");
  }

  @Test
  void aRowThatIsNotConfirmedIsToBeConfirmedAndOneWithACertaintySaysIt() {
    DatedTable confirmed =
        DatedTable.parse(
            "t",
            List.of(
                "id;from;until;citation;confirmed",
                "a;2004-01-01;;c;true",
                "b;2004-01-01;;c;false"));
    DatedTable certain =
        DatedTable.parse(
            "t",
            List.of(
                "id;from;until;citation;certainty",
                "a;2004-01-01;;c;VERIFIED",
                "b;2004-01-01;;c;FROM_KNOWLEDGE"));

    assertThat(confirmed.rows())
        .extracting(DatedTable.Row::certainty)
        .containsExactly(Certainty.VERIFIED, Certainty.TO_BE_CONFIRMED);
    assertThat(confirmed.rows()).extracting(DatedTable.Row::confirmed).containsExactly(true, false);
    assertThat(certain.rows())
        .extracting(DatedTable.Row::certainty)
        .containsExactly(Certainty.VERIFIED, Certainty.FROM_KNOWLEDGE);
    assertThat(certain.rows()).extracting(DatedTable.Row::confirmed).containsExactly(true, false);
  }

  @Test
  void aConclusionIsAsSureAsItsWeakestPremise() {
    assertThat(Certainty.VERIFIED.and(Certainty.FROM_KNOWLEDGE))
        .isEqualTo(Certainty.FROM_KNOWLEDGE);
    assertThat(Certainty.TO_BE_CONFIRMED.and(Certainty.FROM_KNOWLEDGE))
        .isEqualTo(Certainty.TO_BE_CONFIRMED);
    assertThat(Certainty.VERIFIED.and(Certainty.VERIFIED)).isEqualTo(Certainty.VERIFIED);
    assertThat(Certainty.values()).extracting(Certainty::words).doesNotHaveDuplicates();
  }

  @Test
  void aBadTableIsRefusedWithItsLine() {
    String header = "id;from;until;citation;confirmed";

    assertThatThrownBy(() -> DatedTable.parse("t", List.of(header, "a;2004-01-01")))
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> DatedTable.parse("t", List.of(header, "a;2004-01-01;;c;maybe")))
        .hasMessageContaining("line 2");
    assertThatThrownBy(
            () -> DatedTable.parse("t", List.of(header, "a;2004-01-01;2004-01-01;c;true")))
        .hasMessageContaining("2004-01-01");
    assertThatThrownBy(() -> DatedTable.parse("t", List.of("id;from", "a;2004-01-01")))
        .hasMessageContaining("columns");
    assertThatThrownBy(() -> DatedTable.parse("t", List.of(header, ";2004-01-01;;c;true")))
        .hasMessageContaining("line 2")
        .hasMessageContaining("id");
    assertThatThrownBy(
            () ->
                DatedTable.parse(
                    "t", List.of(header + ";certainty", "a;2004-01-01;;c;true;VERIFIED")))
        .hasMessageContaining("certainty");
    assertThatThrownBy(
            () -> DatedTable.parse("t", List.of("id;from;until;citation", "a;2004-01-01;;c")))
        .hasMessageContaining("certainty");
    assertThatThrownBy(
            () ->
                DatedTable.parse("t", List.of(header, "a;2004-01-01;;c;true"))
                    .rows("a")
                    .get(0)
                    .cell("b"))
        .hasMessageContaining("b");
    assertThatThrownBy(() -> DatedTable.parse("t", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DatedTable.read(CanSpamRules.class, "none.csv"))
        .hasMessageContaining("none.csv");
  }

  @Test
  void everyRuleOfTheListHasARowAndEveryRowARule() {
    List<String> listed =
        CanSpamRules.all().stream().map(CanSpamRules.Rule::id).distinct().toList();

    assertThat(DatedTable.read(CanSpamRules.class, "rules.csv").ids())
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void everyRuleHasATitleASummaryAndATest() {
    assertThat(CanSpamRules.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.title()).isNotBlank();
              assertThat(rule.summary()).isNotBlank();
              assertThat(rule.test()).isNotBlank();
              assertThat(Objects.requireNonNull(rule.note())).isNotBlank();
            });
  }
}
