package org.proffer.law.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.law.Certainty;
import org.proffer.law.fraud.Suspension.Ground;

class LimitationTest {

  private static LimitationDate last(String tier, String offenceEnd, Suspension... suspensions) {
    LocalDate day = LocalDate.parse(offenceEnd);
    return Limitation.lastDay(Statutes.tier(tier, day).orElseThrow(), day, List.of(suspensions));
  }

  private static Suspension suspension(Ground ground, String from, String until) {
    return new Suspension(ground, LocalDate.parse(from), LocalDate.parse(until));
  }

  @ParameterizedTest
  @CsvSource({
    "18-1037-a-3.GR-5A, 2005-09-15, 2010-09-15, 18 U.S.C. 3282(a)",
    "18-1037-a-3.GR-1, 2004-02-29, 2009-02-28, 18 U.S.C. 3282(a)", // no 29 February in 2009
    "18-1037-a-3.GR-1, 2004-02-28, 2009-02-28, 18 U.S.C. 3282(a)",
    "18-1037-a-3.GR-1, 2004-03-01, 2009-03-01, 18 U.S.C. 3282(a)",
    "18-1037-a-3.GR-1, 2007-02-28, 2012-02-28, 18 U.S.C. 3282(a)", // though 2012 has a 29th
    "18-1343.base, 2005-12-31, 2010-12-31, 18 U.S.C. 3282(a)",
    "18-1343.financial-institution, 2005-12-31, 2015-12-31, 18 U.S.C. 3293",
    "18-1343.financial-institution, 2004-02-29, 2014-02-28, 18 U.S.C. 3293",
    "18-1341.financial-institution, 2006-05-05, 2016-05-05, 18 U.S.C. 3293",
    "18-1343.disaster, 2009-05-05, 2014-05-05, 18 U.S.C. 3282(a)",
    "18-1348.base, 2010-07-20, 2015-07-20, 18 U.S.C. 3282(a)", // the day before the six years came
    "18-1348.base, 2010-07-21, 2016-07-21, 18 U.S.C. 3301",
    "15-78j-b.base, 2020-02-29, 2026-02-28, 18 U.S.C. 3301",
    "18-1956-h.base, 2020-06-30, 2025-06-30, 18 U.S.C. 3282(a)"
  })
  void theLastDayIsTheAnniversary(
      String tier, String offenceEnd, LocalDate lastDay, String citation) {
    LimitationDate date = last(tier, offenceEnd);

    assertThat(date.lastDay()).isEqualTo(lastDay);
    assertThat(date.citation()).isEqualTo(citation);
  }

  @Test
  void theCountIsExplainedDayByDay() {
    assertThat(last("18-1037-a-3.GR-5A", "2005-09-15").steps())
        .containsExactly(
            "2005-09-15: the offence ended; this day is not counted",
            "2010-09-15: 5 years later (18 U.S.C. 3282(a))",
            "2010-09-15: the last day, included",
            "2010-09-14: the last day if the day of the offence counted");
  }

  @Test
  void aLastDayOnAWeekendOrHolidayIsNotMovedButBothAreSaid() {
    // 25 December 2010 is a Saturday, kept on Friday the 24th; Monday the 27th is a business day
    LimitationDate date = last("18-1343.base", "2005-12-25");

    assertThat(date.lastDay()).isEqualTo(LocalDate.of(2010, 12, 25));
    assertThat(date.steps()).last().asString().startsWith("2010-12-27: ").contains("45(a)(1)(C)");
  }

  @Test
  void howDaysAreCountedIsNotReadInAText() {
    assertThat(last("18-1343.base", "2005-09-15").certainty()).isEqualTo(Certainty.FROM_KNOWLEDGE);
  }

  @Test
  void anOffenceNotYetGradedHasTheShortestPeriodOfItsTiers() {
    LocalDate day = LocalDate.of(2012, 4, 2);

    assertThat(
            Limitation.lastDay(Statutes.byId("18-1343", day).orElseThrow(), day, List.of())
                .lastDay())
        .isEqualTo(LocalDate.of(2017, 4, 2));
    assertThat(
            Limitation.lastDay(Statutes.byId("18-1348", day).orElseThrow(), day, List.of())
                .lastDay())
        .isEqualTo(LocalDate.of(2018, 4, 2));
    assertThatThrownBy(
            () -> Limitation.lastDay(Statutes.byId("18-2", day).orElseThrow(), day, List.of()))
        .hasMessageContaining("18-2");
  }

  @Test
  void aWaiverAddsItsDays() {
    // 1 March to 31 March 2010: 30 days; 15 September + 30 = 15 October
    LimitationDate date =
        last("18-1343.base", "2005-09-15", suspension(Ground.WAIVER, "2010-03-01", "2010-03-31"));

    assertThat(date.lastDay()).isEqualTo(LocalDate.of(2010, 10, 15));
    assertThat(date.steps())
        .contains("2010-03-01 to 2010-03-31: suspended (waiver by the defendant)")
        .contains("2010-10-15: the last day, included");
  }

  @Test
  void aDayInTwoSuspensionsCountsOnce() {
    Suspension march = suspension(Ground.WAIVER, "2010-03-01", "2010-03-31");
    Suspension withinMarch = suspension(Ground.FLIGHT, "2010-03-10", "2010-03-20");
    Suspension acrossMarch = suspension(Ground.FLIGHT, "2010-03-21", "2010-04-05");

    assertThat(last("18-1343.base", "2005-09-15", march, withinMarch).lastDay())
        .isEqualTo(LocalDate.of(2010, 10, 15));
    // 1 March to 5 April: 35 days; 15 September + 35 = 20 October
    assertThat(last("18-1343.base", "2005-09-15", acrossMarch, march).lastDay())
        .isEqualTo(LocalDate.of(2010, 10, 20));
  }

  @Test
  void aSuspensionOnTheLastDayStillHelpsAndOneAfterItDoesNot() {
    // 30 days from the last day itself; 15 September + 30 = 15 October
    assertThat(
            last(
                    "18-1343.base",
                    "2005-09-15",
                    suspension(Ground.WAIVER, "2010-09-15", "2010-10-15"))
                .lastDay())
        .isEqualTo(LocalDate.of(2010, 10, 15));
    assertThat(
            last(
                    "18-1343.base",
                    "2005-09-15",
                    suspension(Ground.WAIVER, "2010-09-16", "2010-10-16"))
                .lastDay())
        .isEqualTo(LocalDate.of(2010, 9, 15));
  }

  @Test
  void aSuspensionBeginsToCountAfterTheOffenceEnded() {
    // from 16 September, the day after: 10 days
    assertThat(
            last(
                    "18-1343.base",
                    "2005-09-15",
                    suspension(Ground.FLIGHT, "2005-09-01", "2005-09-26"))
                .lastDay())
        .isEqualTo(LocalDate.of(2010, 9, 25));
  }

  @ParameterizedTest
  @CsvSource({
    // foreign action on the last day or before: six months at most
    "2009-01-01, 2009-02-01, 2010-10-16", // 31 days: 15 September + 31
    "2009-01-01, 2010-01-01, 2011-03-15", // 365 days, cut to six months
    "2009-01-01, 2010-09-15, 2011-03-15",
    // foreign action after it: three years at most
    "2009-01-01, 2010-09-16, 2012-05-30", // 623 days: 15 September 2010 + 623
    "2009-01-01, 2011-12-31, 2013-09-13", // 1,094 days
    "2009-01-01, 2012-02-01, 2013-09-15" // 1,126 days, cut to three years
  })
  void foreignEvidenceSuspendsWithinTwoCeilings(String from, String until, LocalDate lastDay) {
    assertThat(
            last("18-1343.base", "2005-09-15", suspension(Ground.FOREIGN_EVIDENCE, from, until))
                .lastDay())
        .isEqualTo(lastDay);
  }

  @Test
  void theCeilingIsSaid() {
    assertThat(
            last(
                    "18-1343.base",
                    "2005-09-15",
                    suspension(Ground.FOREIGN_EVIDENCE, "2009-01-01", "2010-01-01"))
                .steps())
        .contains("2011-03-15: no further for foreign evidence (18 U.S.C. 3292(c))");
    assertThat(
            last(
                    "18-1343.base",
                    "2005-09-15",
                    suspension(Ground.FOREIGN_EVIDENCE, "2009-01-01", "2009-02-01"))
                .steps())
        .noneMatch(step -> step.contains("3292(c)"));
  }

  @Test
  void theCeilingOnForeignEvidenceStandsOnTopOfOtherSuspensions() {
    // a waiver of 30 days carries to 15 October 2010; six months more end on 15 April 2011
    assertThat(
            last(
                    "18-1343.base",
                    "2005-09-15",
                    suspension(Ground.WAIVER, "2008-03-01", "2008-03-31"),
                    suspension(Ground.FOREIGN_EVIDENCE, "2009-01-01", "2010-01-01"))
                .lastDay())
        .isEqualTo(LocalDate.of(2011, 4, 15));
  }

  @Test
  void aWaiverThatCameTooLateDoesNotLiftTheCeilingOfForeignEvidence() {
    assertThat(
            last(
                    "18-1343.base",
                    "2005-09-15",
                    suspension(Ground.WAIVER, "2015-01-01", "2015-02-01"),
                    suspension(Ground.FOREIGN_EVIDENCE, "2009-01-01", "2010-01-01"))
                .lastDay())
        .isEqualTo(LocalDate.of(2011, 3, 15));
  }

  @Test
  void aSuspensionHasAtLeastOneDay() {
    assertThatThrownBy(() -> suspension(Ground.FLIGHT, "2010-03-01", "2010-03-01"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
