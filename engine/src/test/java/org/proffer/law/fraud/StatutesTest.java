package org.proffer.law.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.proffer.law.Certainty;
import org.proffer.law.DatedTable;
import org.proffer.law.Usd;

class StatutesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  static List<Statute> catalogue() {
    return Statutes.inForce(TODAY);
  }

  private static PenaltyTier tier(String id) {
    return Statutes.tier(id, TODAY).orElseThrow();
  }

  @Test
  void theCatalogueHasEveryOffenceOfAStockSpamCase() {
    assertThat(catalogue())
        .extracting(Statute::id)
        .containsExactly(
            "18-1037-a-1",
            "18-1037-a-2",
            "18-1037-a-3",
            "18-1037-a-4",
            "18-1037-a-5",
            "18-371",
            "18-1341",
            "18-1343",
            "18-1348",
            "18-1349",
            "18-1030-a-2",
            "18-1030-a-4",
            "18-1030-a-5-A",
            "18-1030-a-5-B",
            "18-1028A",
            "18-1956-a-1",
            "18-1956-a-2",
            "18-1956-h",
            "18-1957",
            "18-2",
            "15-78j-b",
            "15-7704-d");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("catalogue")
  void everyOffenceIsComplete(Statute statute) {
    assertThat(statute.citation()).containsPattern("^(15|18) U\\.S\\.C\\. [0-9]");
    assertThat(statute.title()).isNotBlank();
    assertThat(statute.mind()).isNotBlank();
    assertThat(statute.runsFrom()).isNotBlank();
    assertThat(statute.elements()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(statute.elements()).extracting(Element::id).doesNotHaveDuplicates();
    assertThat(statute.elements())
        .allSatisfy(
            element -> {
              assertThat(element.id()).matches(statute.id() + "\\.[a-z-]+");
              assertThat(element.text()).matches("[A-Z].*\\.");
              assertThat(element.citation()).contains("U.S.C.");
            });
    assertThat(statute.chargingLanguage()).endsWith("In violation of {citation}.");
    assertThat(statute.blanks()).contains("defendants", "citation").doesNotHaveDuplicates();
    assertThat(statute.chargingLanguage().replaceAll("\\{[a-z-]+}", "")).doesNotContain("{", "}");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("catalogue")
  void theTiersOfAnOffenceAreTold(Statute statute) {
    assertThat(statute.tiers()).extracting(PenaltyTier::id).doesNotHaveDuplicates();
    assertThat(statute.tiers())
        .allSatisfy(
            tier -> {
              assertThat(tier.id()).isEqualTo(statute.id() + "." + tier.code());
              assertThat(tier.statute()).isEqualTo(statute.id());
              assertThat(tier.trigger()).matches("[A-Z].*\\.");
              assertThat(tier.minimumMonths()).isBetween(0, tier.maximumMonths());
              assertThat(statute.tier(tier.code())).contains(tier);
              assertThat(Statutes.tier(tier.id(), TODAY)).contains(tier);
            });
    assertThat(statute.tiers().isEmpty()).isEqualTo(statute.id().equals("18-2"));
  }

  @Test
  void everyTierBelongsToAnOffenceOfTheCatalogue() {
    Set<String> ids = catalogue().stream().map(Statute::id).collect(Collectors.toSet());

    assertThat(DatedTable.read(Statutes.class, "tiers.csv").rows())
        .allSatisfy(
            row -> assertThat(ids).containsAll(Arrays.asList(row.cell("statutes").split(" ", -1))));
    assertThat(DatedTable.read(Statutes.class, "elements.csv").ids())
        .allSatisfy(id -> assertThat(ids).contains(id.substring(0, id.indexOf('.'))));
  }

  @Test
  void allWordsOfTheTablesAreTrueOrFalseWhereTheyHaveToBe() {
    assertThat(DatedTable.read(Statutes.class, "tiers.csv").rows())
        .allSatisfy(
            row ->
                assertThat(
                        List.of(row.cell("jury"), row.cell("consecutive"), row.cell("probation")))
                    .isSubsetOf("true", "false"));
    assertThat(DatedTable.read(Statutes.class, "statutes.csv").rows())
        .allSatisfy(row -> assertThat(row.cell("restitution")).isIn("true", "false"));
  }

  @ParameterizedTest
  @CsvSource({
    "18-1037-a-1.GR-5A, 60, D_FELONY",
    "18-1037-a-3.GR-5B, 60, D_FELONY",
    "18-1037-a-1.GR-3A, 36, E_FELONY",
    "18-1037-a-4.GR-3B, 36, E_FELONY",
    "18-1037-a-2.GR-3C, 36, E_FELONY",
    "18-1037-a-3.GR-3D, 36, E_FELONY",
    "18-1037-a-5.GR-3E, 36, E_FELONY",
    "18-1037-a-3.GR-3F, 36, E_FELONY",
    "18-1037-a-3.GR-1, 12, A_MISDEMEANOR",
    "18-371.felony-object, 60, D_FELONY",
    "18-371.misdemeanor-object, 12, A_MISDEMEANOR",
    "18-1341.base, 240, C_FELONY",
    "18-1341.financial-institution, 360, B_FELONY",
    "18-1341.disaster, 360, B_FELONY",
    "18-1343.base, 240, C_FELONY",
    "18-1343.financial-institution, 360, B_FELONY",
    "18-1343.disaster, 360, B_FELONY",
    "18-1348.base, 300, B_FELONY",
    "18-1349.mail-or-wire-fraud, 240, C_FELONY",
    "18-1349.financial-institution, 360, B_FELONY",
    "18-1349.securities-fraud, 300, B_FELONY",
    "18-1030-a-2.base, 12, A_MISDEMEANOR",
    "18-1030-a-2.aggravated, 60, D_FELONY",
    "18-1030-a-2.second, 120, C_FELONY",
    "18-1030-a-4.base, 60, D_FELONY",
    "18-1030-a-4.second, 120, C_FELONY",
    "18-1030-a-5-A.base, 12, A_MISDEMEANOR",
    "18-1030-a-5-A.harm, 120, C_FELONY",
    "18-1030-a-5-A.second, 240, C_FELONY",
    "18-1030-a-5-B.base, 12, A_MISDEMEANOR",
    "18-1030-a-5-B.harm, 60, D_FELONY",
    "18-1030-a-5-B.second, 240, C_FELONY",
    "18-1028A.base, 24, E_FELONY",
    "18-1956-a-1.base, 240, C_FELONY",
    "18-1956-a-2.base, 240, C_FELONY",
    "18-1956-h.base, 240, C_FELONY",
    "18-1957.base, 120, C_FELONY",
    "15-78j-b.base, 240, C_FELONY",
    "15-7704-d.base, 60, D_FELONY"
  })
  void theMaximumMakesTheClass(String id, int months, OffenceClass offenceClass) {
    assertThat(tier(id).maximumMonths()).isEqualTo(months);
    assertThat(tier(id).offenceClass()).isEqualTo(offenceClass);
  }

  @ParameterizedTest
  @CsvSource({
    "360, B_FELONY",
    "300, B_FELONY",
    "299, C_FELONY",
    "120, C_FELONY",
    "119, D_FELONY",
    "60, D_FELONY",
    "59, E_FELONY",
    "13, E_FELONY",
    "12, A_MISDEMEANOR",
    "7, A_MISDEMEANOR"
  })
  void theClassesMeetAtTheirBounds(int months, OffenceClass offenceClass) {
    assertThat(OffenceClass.of(months, TODAY)).isEqualTo(offenceClass);
  }

  @Test
  void whatIsLessThanAClassAMisdemeanorIsNotInTheList() {
    assertThatThrownBy(() -> OffenceClass.of(6, TODAY)).hasMessageContaining("6 months");
  }

  @Test
  void onlyTheClassAMisdemeanorIsNoFelonyAndOnlyClassBBarsProbation() {
    assertThat(Arrays.stream(OffenceClass.values()).filter(c -> !c.isFelony()))
        .containsExactly(OffenceClass.A_MISDEMEANOR);
    assertThat(Arrays.stream(OffenceClass.values()).filter(OffenceClass::barsProbation))
        .containsExactly(OffenceClass.B_FELONY);
    assertThat(OffenceClass.D_FELONY.words()).isEqualTo("class D felony");
  }

  @Test
  void unauthorizedAccessIsNeverTheMisdemeanor() {
    assertThat(Statutes.byId("18-1037-a-1").orElseThrow().tiers())
        .extracting(PenaltyTier::code)
        .containsExactly("GR-5A", "GR-5B", "GR-3A", "GR-3C", "GR-3D", "GR-3E", "GR-3F");
    assertThat(Statutes.byId("18-1037-a-4").orElseThrow().tiers())
        .extracting(PenaltyTier::code)
        .containsExactly("GR-5A", "GR-5B", "GR-3B", "GR-3C", "GR-3D", "GR-3E", "GR-3F", "GR-1");
    assertThat(Statutes.byId("18-1037-a-3").orElseThrow().tiers())
        .extracting(PenaltyTier::code)
        .containsExactly("GR-5A", "GR-5B", "GR-3C", "GR-3D", "GR-3E", "GR-3F", "GR-1");
  }

  @Test
  void onlyAPriorConvictionNeedNotGoToTheJury() {
    assertThat(
            catalogue().stream()
                .flatMap(statute -> statute.tiers().stream())
                .filter(tier -> !tier.forJury())
                .map(PenaltyTier::code)
                .distinct())
        .containsExactly("GR-5B", "second");
  }

  @Test
  void identityTheftBringsTwoYearsMoreAndNoProbation() {
    PenaltyTier theft = tier("18-1028A.base");

    assertThat(theft.minimumMonths()).isEqualTo(24);
    assertThat(theft.consecutive()).isTrue();
    assertThat(theft.barsProbation()).isTrue();
    assertThat(
            catalogue().stream()
                .flatMap(statute -> statute.tiers().stream())
                .filter(
                    tier -> tier.consecutive() || tier.barsProbation() || tier.minimumMonths() > 0))
        .containsExactly(theft);
  }

  @ParameterizedTest
  @CsvSource({
    "18-1037-a-3.GR-5A, 250000, 500000, 0, 18 U.S.C. 3571(b)(3)",
    "18-1037-a-3.GR-1, 100000, 200000, 0, 18 U.S.C. 3571(b)(5)",
    "18-1343.financial-institution, 1000000, 1000000, 0, 18 U.S.C. 1343",
    "18-1956-h.base, 500000, 500000, 2, '18 U.S.C. 1956(a)(1), (a)(2), (h)'",
    "18-1957.base, 250000, 500000, 2, 18 U.S.C. 3571(b)(3)",
    "15-78j-b.base, 5000000, 25000000, 0, 15 U.S.C. 78ff(a)"
  })
  void theFineIsThatOfTheOffenceOrOfTitle18(
      String id, long individual, long organisation, int property, String citation) {
    Fine fine = tier(id).fine();

    assertThat(fine.amount(Offender.INDIVIDUAL).usd()).isEqualTo(Usd.of(individual));
    assertThat(fine.amount(Offender.INDIVIDUAL).citation()).isEqualTo(citation);
    assertThat(fine.amount(Offender.ORGANISATION).usd()).isEqualTo(Usd.of(organisation));
    assertThat(fine.propertyFactor()).isEqualTo(property);
    assertThat(fine.gainOrLossFactor()).isEqualTo(2);
  }

  @Test
  void aFineThatAnOffenceNamesIsNeverBelowThatOfTitle18() {
    // 18 U.S.C. 3571(b), (c) let the greatest stand, so the table may name only greater ones
    assertThat(catalogue().stream().flatMap(statute -> statute.tiers().stream()))
        .filteredOn(tier -> tier.offenceClass().isFelony())
        .allSatisfy(
            tier -> {
              assertThat(tier.fine().individual().usd()).isGreaterThanOrEqualTo(Usd.of(250_000));
              assertThat(tier.fine().organisation().usd()).isGreaterThanOrEqualTo(Usd.of(500_000));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "18-1037-a-3, 2003-12-31, false",
    "18-1037-a-3, 2004-01-01, true",
    "18-1028A, 2004-07-14, false",
    "18-1028A, 2004-07-15, true",
    "15-7704-d, 2004-05-18, false",
    "15-7704-d, 2004-05-19, true",
    "18-1348, 2002-07-29, false",
    "18-1348, 2002-07-30, true",
    "18-1030-a-5-A, 2002-07-29, false",
    "18-1030-a-5-A, 2002-07-30, true"
  })
  void anOffenceBeginsOnItsDay(String id, LocalDate day, boolean known) {
    assertThat(Statutes.byId(id, day).isPresent()).isEqualTo(known);
    assertThat(Statutes.inForce(day).stream().anyMatch(statute -> statute.id().equals(id)))
        .isEqualTo(known);
  }

  @Test
  void damageToComputersWasRenumberedOn26September2008() {
    LocalDate last = LocalDate.of(2008, 9, 25);
    Statute old = Statutes.byId("18-1030-a-5-A", last).orElseThrow();
    Statute now = Statutes.byId("18-1030-a-5-A", last.plusDays(1)).orElseThrow();

    assertThat(old.citation()).isEqualTo("18 U.S.C. 1030(a)(5)(A)(i) and (a)(5)(B)(i)");
    assertThat(now.citation()).isEqualTo("18 U.S.C. 1030(a)(5)(A)");
    assertThat(old.elements()).extracting(Element::id).contains("18-1030-a-5-A.loss");
    assertThat(now.elements()).extracting(Element::id).doesNotContain("18-1030-a-5-A.loss");
    assertThat(old.tiers()).extracting(PenaltyTier::code).containsExactly("harm", "second");
    assertThat(now.tiers()).extracting(PenaltyTier::code).containsExactly("base", "harm", "second");
    assertThat(old.certainty()).isEqualTo(Certainty.FROM_KNOWLEDGE);
    assertThat(old.until()).isEqualTo(now.from());
    assertThat(Statutes.inForce(last))
        .filteredOn(s -> s.id().equals(old.id()))
        .containsExactly(old);
  }

  @Test
  void aTierCanBeYoungerThanItsOffence() {
    assertThat(Statutes.tier("18-1343.disaster", LocalDate.of(2008, 1, 6))).isEmpty();
    assertThat(Statutes.tier("18-1343.disaster", LocalDate.of(2008, 1, 7))).isPresent();
    assertThat(Statutes.tier("18-1343.base", LocalDate.of(2008, 1, 6))).isPresent();
  }

  @Test
  void whatIsNotInTheCatalogueIsNotFound() {
    assertThat(Statutes.byId("18-1344")).isEmpty();
    assertThat(Statutes.tier("18-1343", TODAY)).isEmpty();
    assertThat(Statutes.tier("18-1343.none", TODAY)).isEmpty();
    assertThat(Statutes.tier("18-1344.base", TODAY)).isEmpty();
    assertThat(Statutes.byId("18-1343").orElseThrow().tier("none")).isEmpty();
  }

  @Test
  void aChargeUnder1037NamesItsBlanks() {
    assertThat(Statutes.byId("18-1037-a-3").orElseThrow().blanks())
        .containsExactly(
            "on-or-about",
            "district",
            "defendants",
            "messages",
            "falsification",
            "tier-facts",
            "citation");
  }

  @Test
  void theElementsOfFalsifiedHeadersAreNamed() {
    assertThat(Statutes.byId("18-1037-a-3").orElseThrow().elements())
        .extracting(Element::id)
        .containsExactly(
            "18-1037-a-3.commerce",
            "18-1037-a-3.knowingly",
            "18-1037-a-3.header-falsified",
            "18-1037-a-3.material",
            "18-1037-a-3.initiated",
            "18-1037-a-3.multiple",
            "18-1037-a-3.commercial");
  }

  @Test
  void restitutionAndForfeitureAreMandatoryForTheirOffences() {
    assertThat(catalogue().stream().filter(Statute::restitutionMandatory).map(Statute::id))
        .containsExactly("18-1341", "18-1343", "18-1348", "18-1349", "18-1030-a-4");
    assertThat(catalogue().stream().filter(s -> !s.forfeiture().isEmpty()).map(Statute::id))
        .containsExactly("18-1037-a-1", "18-1037-a-2", "18-1037-a-3", "18-1037-a-4", "18-1037-a-5");
  }

  @Test
  void whatWasNotReadInTheTextSaysSo() {
    assertThat(tier("18-1348.base").certainty()).isEqualTo(Certainty.FROM_KNOWLEDGE);
    assertThat(tier("18-1343.base").certainty()).isEqualTo(Certainty.VERIFIED);
    assertThat(Statutes.byId("18-2").orElseThrow().certainty()).isEqualTo(Certainty.FROM_KNOWLEDGE);
  }
}
