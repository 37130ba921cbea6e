package org.proffer.law.canspam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.proffer.law.Finding;
import org.proffer.law.Span;
import org.proffer.law.Verdict;

class CanSpamRulesTest {
  private static final Observation PRESENT =
      Observation.present(List.of(new Span("1", 0, 3, "abc")));
  private static final Observation ABSENT = Observation.absent("nothing");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 16);

  private PrimaryPurpose.Value purpose = PrimaryPurpose.Value.COMMERCIAL;
  private Observation mechanism = PRESENT;
  private Observation header = ABSENT;
  private Observation notice = PRESENT;
  private Observation address = PRESENT;
  private Observation label = ABSENT;
  private boolean readable = true;

  private Finding find(String requirement, LocalDate day) {
    Observation none = Observation.notJudged("not looked for");
    MessageFacts facts =
        new MessageFacts(
            null,
            "none",
            "",
            "",
            "",
            "en",
            readable,
            false,
            new PrimaryPurpose(purpose, "CLS-01", List.of(), List.of(), List.of()),
            mechanism,
            header,
            notice,
            none,
            none,
            address,
            none,
            label,
            none,
            none,
            none,
            List.of());
    return CanSpamRules.evaluate(facts, RecordedFacts.NONE, day).stream()
        .filter(finding -> finding.requirement().equals(requirement))
        .findFirst()
        .orElseThrow();
  }

  private Verdict verdict(String requirement) {
    return find(requirement, DAY).verdict();
  }

  @Test
  void g03TheMessageAloneShowsOptOutAndNoticeButNotTheAddressesValidity() {
    assertThat(verdict("OPT-01")).isEqualTo(Verdict.MET);
    assertThat(verdict("DIS-02")).isEqualTo(Verdict.MET);
    assertThat(verdict("DIS-03")).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void g04NoAddressInAnyTextIsAViolation() {
    address = ABSENT;
    assertThat(verdict("DIS-03")).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void g09NothingAtAllBreaksAllThree() {
    mechanism = ABSENT;
    notice = ABSENT;
    address = ABSENT;
    assertThat(verdict("OPT-01")).isEqualTo(Verdict.VIOLATED);
    assertThat(verdict("DIS-02")).isEqualTo(Verdict.VIOLATED);
    assertThat(verdict("DIS-03")).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void g11AHeaderAloneLeavesTheMechanismOpenAndTheNoticeMissing() {
    mechanism = ABSENT;
    notice = ABSENT;
    header = PRESENT;
    assertThat(verdict("OPT-01")).isEqualTo(Verdict.UNDETERMINED);
    assertThat(verdict("DIS-02")).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void g32WhatIsNotCommercialIsNotReached() {
    purpose = PrimaryPurpose.Value.OTHER;
    address = ABSENT;
    assertThat(verdict("DIS-03")).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void anUndeterminedPurposeNeverViolatesAndNamesWhatIsMissing() {
    purpose = PrimaryPurpose.Value.UNDETERMINED;
    address = ABSENT;
    assertThat(verdict("DIS-03")).isEqualTo(Verdict.UNDETERMINED);
    assertThat(find("DIS-03", DAY).missing()).contains("the primary purpose of the message");
  }

  @Test
  void absenceInAQuarantinedMessageProvesNothing() {
    readable = false;
    address = ABSENT;
    assertThat(verdict("DIS-03")).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void theLastDayBeforeTheActIsNotReachedAndTheFirstDayIs() {
    address = ABSENT;
    assertThat(find("DIS-03", LocalDate.of(2003, 12, 31)).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(find("DIS-03", LocalDate.of(2004, 1, 1)).verdict()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void theLabelRuleBeginsLaterThanTheAct() {
    label = PRESENT;
    assertThat(find("SEX-01", LocalDate.of(2004, 5, 18)).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(find("SEX-01", LocalDate.of(2004, 5, 19)).verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void g03WhatTheMessageAloneCannotTellStaysOpen() {
    assertThat(List.of("HDR-01", "OPT-02", "OPT-05", "SUP-01"))
        .allSatisfy(id -> assertThat(verdict(id)).isEqualTo(Verdict.UNDETERMINED));
  }

  @Test
  void g10NoAdvertisementWordingWithoutConsentDataStaysOpen() {
    assertThat(verdict("DIS-01")).isEqualTo(Verdict.UNDETERMINED);
    label = PRESENT;
    assertThat(verdict("SEX-01")).isEqualTo(Verdict.MET);
  }

  @Test
  void g21OnlyTheHeaderDutyReachesAnOrderConfirmation() {
    purpose = PrimaryPurpose.Value.TRANSACTIONAL;
    assertThat(verdict("HDR-01")).isEqualTo(Verdict.UNDETERMINED);
    assertThat(List.of("SUP-01", "OPT-01", "OPT-02", "DIS-01", "DIS-02", "DIS-03", "SUB-01"))
        .allSatisfy(id -> assertThat(verdict(id)).isEqualTo(Verdict.NOT_APPLICABLE));
  }

  @Test
  void theRuleOnBurdensBeginsIn2008() {
    assertThat(find("OPT-05", LocalDate.of(2008, 7, 6)).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(find("OPT-05", LocalDate.of(2008, 7, 7)).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }
}
