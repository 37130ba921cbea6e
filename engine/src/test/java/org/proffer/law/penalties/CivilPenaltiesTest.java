package org.proffer.law.penalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.proffer.law.penalties.Plaintiff.FTC;
import static org.proffer.law.penalties.Plaintiff.PROVIDER;
import static org.proffer.law.penalties.Plaintiff.STATE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.law.Usd;

class CivilPenaltiesTest {
  private static final LocalDate SENT = LocalDate.of(2026, 3, 16);
  private static final LocalDate ASSESSED = LocalDate.of(2026, 11, 23);

  private static Circumstances pattern(boolean willful) {
    return new Circumstances(SENT, ASSESSED, true, true, willful);
  }

  private static List<UnlawfulMessages> messages(long count, Provision... provisions) {
    return List.of(new UnlawfulMessages(count, Set.of(provisions)));
  }

  @Test
  @DisplayName("H1 a provider's damages for false headers have no cap")
  void h1FalseHeadersHaveNoCap() {
    List<UnlawfulMessages> headers = messages(50_000, Provision.HEADER);
    Circumstances once = new Circumstances(SENT, ASSESSED, true, false, false);
    Circumstances willful = new Circumstances(SENT, ASSESSED, true, false, true);

    // 50,000 × 100 = 5,000,000; × 3 = 15,000,000
    assertThat(CivilPenalties.exposure(PROVIDER, headers, once).maximum())
        .isEqualTo(Usd.of(5_000_000));
    assertThat(CivilPenalties.exposure(PROVIDER, headers, willful).maximum())
        .isEqualTo(Usd.of(15_000_000));
  }

  @Test
  @DisplayName("H2 a provider's damages for missing disclosures are capped before trebling")
  void h2DisclosuresAreCappedBeforeTrebling() {
    List<UnlawfulMessages> disclosures = messages(50_000, Provision.DISCLOSURES);

    // 50,000 × 25 = 1,250,000, capped at 1,000,000; × 3 = 3,000,000
    assertThat(CivilPenalties.exposure(PROVIDER, disclosures, pattern(false)).maximum())
        .isEqualTo(Usd.of(1_000_000));
    assertThat(CivilPenalties.exposure(PROVIDER, disclosures, pattern(true)).maximum())
        .isEqualTo(Usd.of(3_000_000));
  }

  @Test
  @DisplayName("H3 a state's damages for mail after objections are capped before trebling")
  void h3AStatesDamagesAreCapped() {
    List<UnlawfulMessages> late = messages(10_000, Provision.AFTER_OBJECTION);

    // 10,000 × 250 = 2,500,000, capped at 2,000,000; × 3 = 6,000,000
    assertThat(CivilPenalties.exposure(STATE, late, pattern(false)).maximum())
        .isEqualTo(Usd.of(2_000_000));
    assertThat(CivilPenalties.exposure(STATE, late, pattern(true)).maximum())
        .isEqualTo(Usd.of(6_000_000));
  }

  @Test
  @DisplayName("H4 three messages without disclosures cost at most three times the amount of 2026")
  void h4ThreeMessagesOfTheCommission() {
    Exposure exposure =
        CivilPenalties.exposure(FTC, messages(3, Provision.DISCLOSURES), pattern(false));

    // 3 × 53,088 = 159,264
    assertThat(exposure.maximum()).isEqualTo(Usd.of(159_264));
    assertThat(exposure.confirmed()).isTrue();
    assertThat(exposure.lines()).first().asString().startsWith("3 messages × $53,088 = $159,264");
    assertThat(Exposure.LABEL).isEqualTo("maximum, not prediction");
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 250000", // exactly at the cap of a provider: 10,000 × 25 = 250,000 stays below
    "40000, 1000000", // 40,000 × 25 = 1,000,000 is the cap itself
    "40001, 1000000"
  })
  void theCapIsReachedAtExactlyItsAmount(long count, long dollars) {
    assertThat(
            CivilPenalties.exposure(
                    PROVIDER, messages(count, Provision.DISCLOSURES), pattern(false))
                .maximum())
        .isEqualTo(Usd.of(dollars));
  }

  @Test
  void anAmountOfExactlyTheCapIsNotCalledCapped() {
    assertThat(
            CivilPenalties.exposure(
                    PROVIDER, messages(40_000, Provision.DISCLOSURES), pattern(false))
                .lines())
        .noneMatch(line -> line.startsWith("capped at"));
    assertThat(
            CivilPenalties.exposure(
                    PROVIDER, messages(40_001, Provision.DISCLOSURES), pattern(false))
                .lines())
        .anyMatch(line -> line.startsWith("capped at"));
  }

  @Test
  void falseHeadersStayUncappedBesideCappedDisclosures() {
    Exposure exposure =
        CivilPenalties.exposure(
            STATE,
            List.of(
                new UnlawfulMessages(10_000, Set.of(Provision.HEADER, Provision.DISCLOSURES)),
                new UnlawfulMessages(9_000, Set.of(Provision.DISCLOSURES))),
            pattern(false));

    // 10,000 × 250 = 2,500,000 without a cap; 9,000 × 250 = 2,250,000, capped at 2,000,000
    assertThat(exposure.maximum()).isEqualTo(Usd.of(4_500_000));
    assertThat(exposure.lines()).hasSize(3).anyMatch(line -> line.startsWith("capped at"));
  }

  @Test
  void withoutAPatternOnlyTheDirectProvisionsCount() {
    Circumstances single = new Circumstances(SENT, ASSESSED, true, false, false);

    assertThat(CivilPenalties.exposure(STATE, messages(4, Provision.DISCLOSURES), single).maximum())
        .isEqualTo(Usd.of(0));
    assertThat(CivilPenalties.exposure(STATE, messages(4, Provision.SUBJECT), single).maximum())
        .isEqualTo(Usd.of(1_000));
    assertThat(CivilPenalties.exposure(PROVIDER, messages(4, Provision.SUBJECT), single).maximum())
        .isEqualTo(Usd.of(0));
    assertThat(
            CivilPenalties.exposure(PROVIDER, messages(4, Provision.SEXUAL_LABEL), single)
                .maximum())
        .isEqualTo(Usd.of(100));
    assertThat(
            CivilPenalties.exposure(PROVIDER, messages(4, Provision.AGGRAVATED), single).maximum())
        .isEqualTo(Usd.of(100));
  }

  @Test
  void promotionByFalseHeadersIsForTheCommissionAlone() {
    List<UnlawfulMessages> promoted = messages(2, Provision.PROMOTION);

    assertThat(CivilPenalties.exposure(STATE, promoted, pattern(true)).maximum())
        .isEqualTo(Usd.of(0));
    assertThat(CivilPenalties.exposure(PROVIDER, promoted, pattern(true)).maximum())
        .isEqualTo(Usd.of(0));
    // 2 × 53,088 = 106,176
    assertThat(CivilPenalties.exposure(FTC, promoted, pattern(true)).maximum())
        .isEqualTo(Usd.of(106_176));
  }

  @Test
  void withoutKnowledgeTheCommissionAndAStateGetAnInjunctionOnly() {
    Circumstances innocent = new Circumstances(SENT, ASSESSED, false, true, false);
    List<UnlawfulMessages> headers = messages(10, Provision.HEADER);

    assertThat(CivilPenalties.exposure(FTC, headers, innocent).maximum()).isEqualTo(Usd.of(0));
    assertThat(CivilPenalties.exposure(STATE, headers, innocent).maximum()).isEqualTo(Usd.of(0));
    assertThat(CivilPenalties.exposure(PROVIDER, headers, innocent).maximum())
        .isEqualTo(Usd.of(1_000));
  }

  @ParameterizedTest
  @CsvSource({
    "2015-11-02, 2026-11-23, 16000", // the amount of the day of the violation
    "2015-11-03, 2026-11-23, 53088", // the amount of the day of assessment
    "2016-01-05, 2016-07-31, 16000",
    "2016-01-05, 2016-08-01, 40000",
    "2019-01-05, 2019-02-13, 41484",
    "2019-01-05, 2019-02-14, 42530",
    "2024-05-05, 2025-01-16, 51744",
    "2024-05-05, 2025-01-17, 53088",
    "2009-02-08, 2010-01-01, 11000",
    "2009-02-09, 2010-01-01, 16000"
  })
  void theCommissionsAmountIsThatOfItsDay(LocalDate violated, LocalDate assessed, long dollars) {
    assertThat(
            CivilPenalties.exposure(
                    FTC,
                    messages(1, Provision.HEADER),
                    new Circumstances(violated, assessed, true, false, false))
                .maximum())
        .isEqualTo(Usd.of(dollars));
  }

  @Test
  void anAmountThatIsNotConfirmedIsMarked() {
    assertThat(
            CivilPenalties.exposure(
                    FTC,
                    messages(1, Provision.HEADER),
                    new Circumstances(
                        LocalDate.of(2005, 3, 2), LocalDate.of(2026, 1, 1), true, false, false))
                .confirmed())
        .isFalse();
  }

  @Test
  void aPenaltyIsNotAssessedBeforeTheViolation() {
    assertThatThrownBy(() -> new Circumstances(ASSESSED, SENT, true, true, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UnlawfulMessages(0, Set.of(Provision.HEADER)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UnlawfulMessages(1, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noMessagesCostNothing() {
    assertThat(CivilPenalties.exposure(FTC, List.of(), pattern(true)).maximum())
        .isEqualTo(Usd.of(0));
  }

  @Test
  void dollarsAreWrittenAsPeopleWriteThem() {
    assertThat(Usd.of(1_250_000)).hasToString("$1,250,000");
    assertThat(new Usd(new java.math.BigDecimal("12.5"))).hasToString("$12.50");
  }
}
