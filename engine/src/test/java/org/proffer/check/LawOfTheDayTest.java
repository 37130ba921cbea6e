package org.proffer.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.proffer.law.canspam.CanSpamRules;

/** The same message meets the law of the day it was sent. */
class LawOfTheDayTest {
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2003, 12, 31),
          LocalDate.of(2004, 3, 1),
          LocalDate.of(2004, 6, 1),
          LocalDate.of(2005, 4, 1),
          LocalDate.of(2008, 8, 1),
          LocalDate.of(2026, 11, 23));

  private static Decided dated(LocalDate day) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(day.atTime(12, 0).atOffset(ZoneOffset.UTC));
    return Decided.of(
        Eml.mail()
            .date(date)
            .body(
                Eml.OFFER,
                Eml.IDENTIFIER,
                Eml.OPT_OUT,
                "Acme Garden, PO Box 12, Springfield, IL 62701\n"));
  }

  private static Set<String> reached(LocalDate day) {
    return dated(day).message().findings().stream()
        .filter(finding -> !finding.reason().startsWith("Not in force"))
        .map(finding -> finding.requirement() + " " + finding.citation())
        .collect(Collectors.toSet());
  }

  private static Set<String> tests(LocalDate day) {
    return CanSpamRules.inForce(day).stream()
        .map(rule -> rule.id() + ": " + rule.test() + " " + rule.citation())
        .collect(Collectors.toSet());
  }

  @Test
  void oneMessageOnSixDaysMeetsSixSetsOfLaw() {
    assertThat(DAYS.stream().map(LawOfTheDayTest::tests).distinct()).hasSize(6);
    assertThat(DAYS).allSatisfy(day -> assertThat(dated(day).message().lawAsOf()).isEqualTo(day));
  }

  @Test
  void onTheLastDayOf2003NothingIsInForce() {
    assertThat(reached(DAYS.get(0))).isEmpty();
    assertThat(tests(DAYS.get(0))).isEmpty();
    assertThat(tests(LocalDate.of(2004, 1, 1))).isNotEmpty();
  }

  @Test
  void inMarch2004TheActIsInForceAndTheLabelRuleIsNot() {
    assertThat(reached(DAYS.get(1))).anyMatch(id -> id.startsWith("DIS-03"));
    assertThat(reached(DAYS.get(1))).noneMatch(id -> id.startsWith("SEX-"));
  }

  @Test
  void inJune2004TheLabelRuleIsAddedUnderItsFirstNumber() {
    assertThat(reached(DAYS.get(2)))
        .contains("SEX-01 15 U.S.C. 7704(d)(1), 16 CFR 316.1(a)(1)")
        .noneMatch(id -> id.startsWith("CLS-03"));
  }

  @Test
  void inApril2005TheCriteriaOfThePrimaryPurposeAreAdded() {
    assertThat(reached(DAYS.get(3)))
        .contains("CLS-03 16 CFR 316.3(a)(3)", "SEX-01 15 U.S.C. 7704(d)(1), 16 CFR 316.4(a)(1)")
        .noneMatch(id -> id.startsWith("OPT-05"));
  }

  @Test
  void inAugust2008TheAmendmentsOnSenderAddressAndBurdenAreAdded() {
    assertThat(reached(DAYS.get(4)))
        .contains(
            "OPT-05 16 CFR 316.5",
            "R316-01 16 CFR 316.2(m)",
            "DIS-03 15 U.S.C. 7704(a)(5)(A)(iii), 16 CFR 316.2(p)");
  }

  @Test
  void todayTheTenBusinessDaysSkipJuneteenth() {
    assertThat(tests(DAYS.get(4))).anyMatch(test -> test.contains("Juneteenth is not yet"));
    assertThat(tests(DAYS.get(5))).anyMatch(test -> test.contains("Juneteenth is a holiday"));
  }

  @Test
  void theDayBeforeAndTheDayOfEachChangeDiffer() {
    for (String change :
        List.of(
            "2004-01-01", "2004-05-19", "2004-10-18", "2005-03-28", "2008-07-07", "2021-06-17")) {
      LocalDate day = LocalDate.parse(change);
      assertThat(tests(day)).as(change).isNotEqualTo(tests(day.minusDays(1)));
    }
  }
}
