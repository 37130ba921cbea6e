package org.proffer.law.canspam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proffer.law.Verdict.MET;
import static org.proffer.law.Verdict.NOT_APPLICABLE;
import static org.proffer.law.Verdict.UNDETERMINED;
import static org.proffer.law.Verdict.VIOLATED;
import static org.proffer.law.canspam.Shown.ABSENT;
import static org.proffer.law.canspam.Shown.NOT_JUDGED;
import static org.proffer.law.canspam.Shown.PRESENT;
import static org.proffer.law.canspam.Shown.advertisement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.Judgement;
import org.proffer.law.canspam.recorded.OptOutProcess;
import org.proffer.law.canspam.recorded.Outage;
import org.proffer.law.canspam.recorded.Probe;

/** The way to object, 15 U.S.C. 7704(a)(3) and 16 CFR 316.5. */
class OptOutRulesTest {
  private static final Instant SENT = Instant.parse("2026-03-16T21:00:00Z");

  private static Fact shown(boolean yes) {
    return new Judgement(Judgement.Question.OPT_OUT_SHOWN, yes, "R. Ames", "the review");
  }

  @Test
  void presenceIsKeptAbsenceBreaksAndAnImageStaysOpen() {
    assertThat(advertisement().verdict("OPT-01")).isEqualTo(MET);
    assertThat(advertisement().mechanism(ABSENT).verdict("OPT-01")).isEqualTo(VIOLATED);
    assertThat(advertisement().mechanism(NOT_JUDGED).verdict("OPT-01")).isEqualTo(UNDETERMINED);
    assertThat(advertisement().mechanism(ABSENT).header(PRESENT).verdict("OPT-01"))
        .isEqualTo(UNDETERMINED);
  }

  @Test
  void aReviewerDecidesTheDisplayButCannotInventAMechanism() {
    assertThat(advertisement().recorded(shown(false)).verdict("OPT-01")).isEqualTo(VIOLATED);
    assertThat(advertisement().recorded(shown(true)).verdict("OPT-01")).isEqualTo(MET);
    assertThat(
            advertisement()
                .mechanism(ABSENT)
                .header(PRESENT)
                .recorded(shown(true))
                .verdict("OPT-01"))
        .isEqualTo(MET);
    assertThat(advertisement().mechanism(ABSENT).recorded(shown(true)).verdict("OPT-01"))
        .isEqualTo(VIOLATED);
  }

  private static Fact[] probes(int first, int last) {
    List<Fact> probes = new ArrayList<>();
    for (int day = first; day <= last; day++) {
      probes.add(new Probe(SENT.plus(Duration.ofHours(24L * day - 12)), true, "the probe log"));
    }
    return probes.toArray(new Fact[0]);
  }

  @Test
  void thirtyDaysOfTestsAreEnoughAndTwentyNineAreNot() {
    assertThat(advertisement().recorded(probes(1, 30)).verdict("OPT-02")).isEqualTo(MET);
    assertThat(advertisement().recorded(probes(1, 29)).finding("OPT-02").missing())
        .containsExactly("passing tests of the way to object on day 30");
    assertThat(advertisement().recorded(probes(2, 30)).finding("OPT-02").missing())
        .containsExactly("passing tests of the way to object on day 1");
  }

  @Test
  void aDayBeginsAtTheHourOfTransmission() {
    Fact atTheStart = new Probe(SENT, true, "the probe log");
    Fact oneSecondEarly = new Probe(SENT.minusSeconds(1), true, "the probe log");
    Fact atTheEndOfDayThirty =
        new Probe(SENT.plus(Duration.ofDays(30)).minusSeconds(1), true, "the probe log");
    Fact afterDayThirty = new Probe(SENT.plus(Duration.ofDays(30)), true, "the probe log");

    assertThat(advertisement().recorded(probes(2, 30)).recorded(atTheStart).verdict("OPT-02"))
        .isEqualTo(MET);
    assertThat(advertisement().recorded(probes(2, 30)).recorded(oneSecondEarly).verdict("OPT-02"))
        .isEqualTo(UNDETERMINED);
    assertThat(
            advertisement().recorded(probes(1, 29)).recorded(atTheEndOfDayThirty).verdict("OPT-02"))
        .isEqualTo(MET);
    assertThat(advertisement().recorded(probes(1, 29)).recorded(afterDayThirty).verdict("OPT-02"))
        .isEqualTo(UNDETERMINED);
  }

  @Test
  void withoutTestsOrAnHourOfTransmissionItStaysOpen() {
    assertThat(advertisement().finding("OPT-02").missing())
        .containsExactly("tests of the way to object on each of the 30 days after transmission");
    assertThat(advertisement().undated().recorded(probes(1, 30)).finding("OPT-02").missing())
        .containsExactly("when the message was sent");
    assertThat(advertisement().undated().finding("OPT-02").missing()).hasSize(2);
  }

  @Test
  void aFailedTestAloneAsksWhyItFailed() {
    Fact failed = new Probe(SENT.plus(Duration.ofHours(30)), false, "the probe log");

    assertThat(advertisement().recorded(probes(1, 30)).recorded(failed).finding("OPT-02"))
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(UNDETERMINED);
              assertThat(finding.missing())
                  .containsExactly(
                      "why tests failed on day 2, and whether 7704(a)(3)(C) excuses it");
            });
    assertThat(advertisement().recorded(failed).verdict("OPT-04")).isEqualTo(UNDETERMINED);
    assertThat(advertisement().recorded(probes(1, 3)).verdict("OPT-04")).isEqualTo(NOT_APPLICABLE);
  }

  private static Outage outage(
      Duration from, Duration to, boolean unexpected, boolean control, boolean time) {
    return new Outage(
        SENT.plus(from), SENT.plus(to), unexpected, control, time, "a failure", "the notice");
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, true, MET, MET",
    "false, true, true, VIOLATED, NOT_APPLICABLE",
    "true, false, true, VIOLATED, NOT_APPLICABLE",
    "true, true, false, VIOLATED, NOT_APPLICABLE"
  })
  void anOutageIsExcusedOnlyIfEveryConditionHolds(
      boolean unexpected, boolean control, boolean time, String opt02, String opt04) {
    Shown message =
        advertisement()
            .recorded(probes(1, 30))
            .recorded(
                outage(Duration.ofHours(50), Duration.ofHours(55), unexpected, control, time));

    assertThat(message.verdict("OPT-02").name()).isEqualTo(opt02);
    assertThat(message.verdict("OPT-04").name()).isEqualTo(opt04);
  }

  @Test
  void anOutageThatWasNeverRepairedIsNotExcused() {
    Fact forever =
        new Outage(SENT.plus(Duration.ofDays(3)), null, true, true, true, "a flood", "the notice");

    assertThat(advertisement().recorded(forever).verdict("OPT-02")).isEqualTo(VIOLATED);
    assertThat(advertisement().recorded(forever).finding("OPT-04").reason())
        .contains("never corrected");
  }

  @Test
  void anOutageBeforeTransmissionOrAfterThirtyDaysDoesNotCount() {
    Fact before = outage(Duration.ofDays(-2), Duration.ZERO, false, false, false);
    Fact after = outage(Duration.ofDays(30), Duration.ofDays(31), false, false, false);
    Fact lastSecond =
        outage(Duration.ofDays(30).minusSeconds(1), Duration.ofDays(31), false, false, false);
    Fact firstSecond = outage(Duration.ofDays(-2), Duration.ofSeconds(1), false, false, false);

    assertThat(advertisement().recorded(probes(1, 30)).recorded(before).verdict("OPT-02"))
        .isEqualTo(MET);
    assertThat(advertisement().recorded(probes(1, 30)).recorded(after).verdict("OPT-02"))
        .isEqualTo(MET);
    assertThat(advertisement().recorded(probes(1, 30)).recorded(lastSecond).verdict("OPT-02"))
        .isEqualTo(VIOLATED);
    assertThat(advertisement().recorded(probes(1, 30)).recorded(firstSecond).verdict("OPT-02"))
        .isEqualTo(VIOLATED);
  }

  @Test
  void aDayWithinAnExcusedOutageNeedsNoPassingTest() {
    Fact excused = outage(Duration.ofDays(6), Duration.ofDays(7), true, true, true);

    assertThat(
            advertisement()
                .recorded(probes(1, 6))
                .recorded(probes(8, 30))
                .recorded(excused)
                .verdict("OPT-02"))
        .isEqualTo(MET);
    assertThat(
            advertisement()
                .recorded(probes(1, 5))
                .recorded(probes(8, 30))
                .recorded(excused)
                .finding("OPT-02")
                .missing())
        .containsExactly("passing tests of the way to object on day 6");
  }

  @ParameterizedTest
  @CsvSource({"-1, UNDETERMINED", "0, MET", "3600, MET", "3601, UNDETERMINED"})
  void aTestThatFailedWithinAnExcusedOutageIsExcused(long seconds, String verdict) {
    Fact hour = outage(Duration.ofHours(50), Duration.ofHours(51), true, true, true);
    Fact failed =
        new Probe(SENT.plus(Duration.ofHours(50)).plusSeconds(seconds), false, "the probe log");

    assertThat(
            advertisement()
                .recorded(probes(1, 30))
                .recorded(hour)
                .recorded(failed)
                .verdict("OPT-02")
                .name())
        .isEqualTo(verdict);
  }

  @Test
  void anExcusedOutageAndOneNeverRepairedAreNamed() {
    Fact excused = outage(Duration.ofHours(50), Duration.ofHours(51), true, true, true);
    Fact unexcused = outage(Duration.ofHours(50), Duration.ofHours(51), false, true, true);
    Fact forever =
        new Outage(SENT.plus(Duration.ofDays(3)), null, true, true, true, "a flood", "the notice");

    assertThat(advertisement().recorded(probes(1, 30)).finding("OPT-02").reason())
        .doesNotContain("outage");
    assertThat(advertisement().recorded(probes(1, 30)).recorded(excused).finding("OPT-02").reason())
        .contains("but for an excused outage");
    assertThat(advertisement().recorded(forever).finding("OPT-02").reason())
        .contains("and was never repaired");
    assertThat(advertisement().recorded(unexcused).finding("OPT-02").reason())
        .contains(" to " + SENT.plus(Duration.ofHours(51)));
  }

  @Test
  void daysWithoutATestAreListedAsRanges() {
    assertThat(
            advertisement()
                .recorded(probes(1, 5))
                .recorded(probes(8, 10))
                .recorded(probes(12, 28))
                .finding("OPT-02")
                .missing())
        .containsExactly("passing tests of the way to object on day 6-7, 11, 29-30");
  }

  private static OptOutProcess process(boolean menu, Boolean none, Boolean address) {
    return new OptOutProcess(
        false, List.of(), List.of(), menu, none, address, "a walk through the page");
  }

  @Test
  void aMenuNeedsTheChoiceOfNone() {
    assertThat(advertisement().recorded(process(true, true, true)).verdict("OPT-03"))
        .isEqualTo(MET);
    assertThat(advertisement().recorded(process(true, false, true)).verdict("OPT-03"))
        .isEqualTo(VIOLATED);
    assertThat(advertisement().recorded(process(false, null, true)).verdict("OPT-03"))
        .isEqualTo(NOT_APPLICABLE);
    assertThat(advertisement().menu(PRESENT).finding("OPT-03").reason())
        .contains("announces a choice");
    assertThat(advertisement().verdict("OPT-03")).isEqualTo(UNDETERMINED);
  }

  @Test
  void feeInformationAndStepsAreBurdens() {
    assertThat(advertisement().recorded(process(false, null, true)).verdict("OPT-05"))
        .isEqualTo(MET);
    assertThat(
            advertisement()
                .recorded(
                    new OptOutProcess(true, List.of(), List.of(), false, null, null, "the page"))
                .finding("OPT-05")
                .reason())
        .contains("a fee");
    assertThat(
            advertisement()
                .recorded(
                    new OptOutProcess(
                        false, List.of("a telephone number"), List.of(), false, null, null, "p"))
                .verdict("OPT-05"))
        .isEqualTo(VIOLATED);
    assertThat(
            advertisement()
                .recorded(
                    new OptOutProcess(
                        false, List.of(), List.of("a second page"), false, null, null, "p"))
                .verdict("OPT-05"))
        .isEqualTo(VIOLATED);
  }

  @Test
  void wordsOfABurdenAreNamedAndDecideNothing() {
    assertThat(
            advertisement()
                .burden(Observation.present(List.of(), "send your telephone number"))
                .finding("OPT-05"))
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(UNDETERMINED);
              assertThat(finding.reason()).contains("telephone number");
            });
  }

  @Test
  void theObjectionHasToReachTheReceivingAddress() {
    assertThat(advertisement().recorded(process(false, null, true)).verdict("OPT-06"))
        .isEqualTo(MET);
    assertThat(advertisement().recorded(process(false, null, false)).verdict("OPT-06"))
        .isEqualTo(VIOLATED);
    assertThat(advertisement().recorded(process(false, null, null)).verdict("OPT-06"))
        .isEqualTo(UNDETERMINED);
    assertThat(advertisement().verdict("OPT-06")).isEqualTo(UNDETERMINED);
  }
}
