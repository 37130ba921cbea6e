package org.proffer.sentencing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.law.fraud.Offender;
import org.proffer.law.fraud.Statutes;
import org.proffer.law.sentencing.Money;
import org.proffer.law.sentencing.Restitution;
import org.proffer.law.sentencing.SentenceCheck;
import org.proffer.law.sentencing.SentenceImposed;
import org.proffer.law.sentencing.SentenceObjection;
import org.proffer.law.sentencing.SentenceObjection.Code;
import org.proffer.law.sentencing.StatutoryLimits;
import org.proffer.records.Objection;

/** What a judgment means for each of its counts. */
class CountSentencesTest {
  private static final LocalDate ENDED = LocalDate.of(2005, 9, 30);
  private static final LocalDate SENTENCED = LocalDate.of(2009, 11, 23);
  private static final String CONSPIRACY = "18-371.felony-object";
  private static final String WIRE_FRAUD = "18-1343.base";
  private static final String IDENTITY_THEFT = "18-1028A.base";

  private final List<GradedCount> counts = new ArrayList<>();

  private CountSentencesTest count(String tier) {
    counts.add(
        new GradedCount(
            UUID.randomUUID(),
            String.valueOf(counts.size() + 1),
            StatutoryLimits.of(
                Statutes.tier(tier, ENDED).orElseThrow(), ENDED, Offender.INDIVIDUAL),
            ENDED,
            Money.NOT_RECORDED));
    return this;
  }

  private Sentence sentence(
      @Nullable Integer months,
      @Nullable Integer release,
      @Nullable String fine,
      @Nullable String assessment) {
    return new Sentence(
        UUID.randomUUID(),
        SENTENCED,
        months,
        null,
        null,
        release,
        null,
        fine == null ? null : new BigDecimal(fine),
        assessment == null ? null : new BigDecimal(assessment),
        null,
        null,
        counts.stream().map(GradedCount::id).toList(),
        null,
        null,
        null,
        "",
        null,
        null,
        "",
        null,
        null,
        "",
        "");
  }

  private CountSentences months(int months) {
    return new CountSentences(sentence(months, null, null, null), List.of(), counts);
  }

  private CountTerm term(int count, int months, CountTerm.Runs runs) {
    return new CountTerm(
        UUID.randomUUID(),
        List.of(counts.get(count - 1).id()),
        months,
        null,
        null,
        runs,
        null,
        null,
        "");
  }

  private static List<Code> codes(CountSentences sentences, Sentence sentence) {
    return SentenceCheck.of(
            new SentenceImposed(
                SENTENCED,
                Offender.INDIVIDUAL,
                sentences.all(),
                sentences.isComplete() ? sentence.term() : null,
                false,
                new Restitution.NotRecorded(),
                true))
        .stream()
        .map(SentenceObjection::code)
        .toList();
  }

  private List<Code> codes(int months) {
    return codes(months(months), sentence(months, null, null, null));
  }

  @ParameterizedTest
  @CsvSource({"60, false", "240, false", "241, true"})
  void oneTotalIsTooLongOnlyIfTheGravestCountCannotBearIt(int months, boolean over) {
    count(CONSPIRACY).count(WIRE_FRAUD);

    assertThat(codes(months).contains(Code.IMPRISONMENT_OVER_MAXIMUM)).isEqualTo(over);
  }

  @ParameterizedTest
  @CsvSource({"24, false", "84, false", "85, true"})
  void theTwoYearsOfIdentityTheftComeOnTopOfTheMaximumOfTheOtherCount(int months, boolean over) {
    count(CONSPIRACY).count(IDENTITY_THEFT);

    assertThat(codes(months))
        .hasSize(over ? 1 : 0)
        .allMatch(Code.IMPRISONMENT_OVER_MAXIMUM::equals);
  }

  @Test
  void aTotalOfLessThanTwoYearsIsTooShortForIdentityTheft() {
    count(CONSPIRACY).count(IDENTITY_THEFT);

    assertThat(codes(23)).contains(Code.IMPRISONMENT_UNDER_MINIMUM);
  }

  @Test
  void howMuchOfATotalFollowsTheRestIsAskedForUntilCountsHaveTheirTerms() {
    count(WIRE_FRAUD).count(IDENTITY_THEFT);

    assertThat(months(51).notApportioned())
        .extracting(found -> found.objection().words())
        .containsExactly(
            "the term on count 2 must follow every other; how much of the total it is, is not recorded (18 U.S.C. 1028A(a)(1), (b))");
    assertThat(
            new CountSentences(
                    sentence(51, null, null, null),
                    List.of(
                        term(1, 27, CountTerm.Runs.CONCURRENT),
                        term(2, 24, CountTerm.Runs.CONSECUTIVE)),
                    counts)
                .notApportioned())
        .isEmpty();
  }

  @Test
  void identityTheftBesideAnotherTermIsNotAllowedAndAfterItIs() {
    count(WIRE_FRAUD).count(IDENTITY_THEFT);
    CountTerm first = term(1, 27, CountTerm.Runs.CONCURRENT);
    Sentence of51 = sentence(51, null, null, null);
    Sentence of27 = sentence(27, null, null, null);

    assertThat(
            codes(
                new CountSentences(
                    of51, List.of(first, term(2, 24, CountTerm.Runs.CONSECUTIVE)), counts),
                of51))
        .isEmpty();
    assertThat(
            codes(
                new CountSentences(
                    of27, List.of(first, term(2, 24, CountTerm.Runs.CONCURRENT)), counts),
                of27))
        .containsExactly(Code.CONSECUTIVE_REQUIRED);
  }

  @Test
  void theTotalIsComparedOnceEveryCountHasItsTerm() {
    count(CONSPIRACY).count(WIRE_FRAUD);
    Sentence total = sentence(50, null, null, null);
    CountTerm first = term(1, 51, CountTerm.Runs.CONCURRENT);

    CountSentences half = new CountSentences(total, List.of(first), counts);
    assertThat(codes(half, total)).doesNotContain(Code.TOTAL_DIFFERS);
    assertThat(half.withoutTerm())
        .extracting(found -> found.objection().words())
        .containsExactly("count 2 has no term recorded, other counts have");
    assertThat(
            codes(
                new CountSentences(
                    total, List.of(first, term(2, 51, CountTerm.Runs.CONCURRENT)), counts),
                total))
        .contains(Code.TOTAL_DIFFERS);
  }

  @ParameterizedTest
  @CsvSource({"36, false", "37, true", "60, true"})
  void supervisedReleaseIsThatOfTheGravestCountAtMost(int release, boolean over) {
    count(CONSPIRACY).count(WIRE_FRAUD);
    Sentence sentence = sentence(51, release, null, null);

    assertThat(codes(new CountSentences(sentence, List.of(), counts), sentence))
        .hasSize(over ? 1 : 0)
        .allMatch(Code.SUPERVISED_RELEASE_OVER_MAXIMUM::equals);
  }

  @ParameterizedTest
  @CsvSource({"500000.00, false", "500000.04, true"})
  void aFineIsTooHighOnlyAboveTheSumOfAllCounts(String fine, boolean over) {
    count(CONSPIRACY).count(WIRE_FRAUD);
    Sentence sentence = sentence(51, null, fine, null);

    assertThat(
            codes(new CountSentences(sentence, List.of(), counts), sentence)
                .contains(Code.FINE_OVER_MAXIMUM))
        .isEqualTo(over);
  }

  @ParameterizedTest
  @CsvSource({"200, ''", "100, breach", "300, breach", ", doubt"})
  void theAssessmentIsOneHundredDollarsForEachFelony(@Nullable String stated, String expected) {
    count(CONSPIRACY).count(WIRE_FRAUD);
    Optional<Objection> found =
        new CountSentences(sentence(51, null, null, stated), List.of(), counts).assessment();

    assertThat(found.map(o -> o.breach() ? "breach" : "doubt").orElse("")).isEqualTo(expected);
    found.ifPresent(o -> assertThat(o.words()).contains("$200").contains("18 U.S.C. 3013"));
  }

  @Test
  void aMisdemeanorAddsTwentyFiveDollars() {
    count(CONSPIRACY).count("18-371.misdemeanor-object");

    assertThat(new CountSentences(sentence(51, null, null, "125"), List.of(), counts).assessment())
        .isEmpty();
  }
}
