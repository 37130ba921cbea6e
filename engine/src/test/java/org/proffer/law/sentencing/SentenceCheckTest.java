package org.proffer.law.sentencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.proffer.law.fraud.Offender.INDIVIDUAL;
import static org.proffer.law.fraud.Offender.ORGANISATION;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.law.Certainty;
import org.proffer.law.Usd;
import org.proffer.law.fraud.Offender;
import org.proffer.law.sentencing.SentenceObjection.Code;
import org.proffer.law.sentencing.SentenceObjection.Severity;

class SentenceCheckTest {
  private static final LocalDate SENTENCED = LocalDate.of(2009, 11, 23);
  private static final LocalDate ENDED = LocalDate.of(2005, 9, 30);

  /** A count with its right assessment, so that only what a test is about is objected to. */
  private static CountSentence count(String number, String tier) {
    boolean felony = !tier.endsWith("GR-1") && !tier.contains("misdemeanor");
    return CountSentence.on(number, tier, ENDED).assessment(Usd.of(felony ? 100 : 25));
  }

  private static SentenceImposed sentence(Offender offender, CountSentence... counts) {
    return new SentenceImposed(
        SENTENCED,
        offender,
        List.of(counts),
        null,
        true,
        new Restitution.Ordered(Usd.of(10_000)),
        true);
  }

  private static List<SentenceObjection> objections(CountSentence... counts) {
    return SentenceCheck.of(sentence(INDIVIDUAL, counts));
  }

  private static List<Code> codes(CountSentence... counts) {
    return objections(counts).stream().map(SentenceObjection::code).toList();
  }

  @Test
  void aTermOverTheMaximumIsNamedWithItsCitation() {
    assertThat(objections(count("4", "18-1037-a-3.GR-1").months(36)))
        .containsExactly(
            new SentenceObjection(
                Code.IMPRISONMENT_OVER_MAXIMUM,
                Severity.BREACH,
                "4",
                "36 months on count 4 exceeds the maximum of 12 months (18 U.S.C. 1037(b)(3))",
                "18 U.S.C. 1037(b)(3)",
                "12 months",
                "36 months",
                Certainty.VERIFIED));
  }

  @ParameterizedTest
  @CsvSource({
    "18-1037-a-3.GR-1, 12, 0, false",
    "18-1037-a-3.GR-1, 12, 1, true", // a year and a day is a felony's term
    "18-1037-a-3.GR-1, 13, 0, true",
    "18-1037-a-1.GR-3A, 36, 0, false",
    "18-1037-a-1.GR-3A, 37, 0, true",
    "18-1037-a-3.GR-5A, 60, 0, false",
    "18-1037-a-3.GR-5A, 61, 0, true",
    "18-371.felony-object, 60, 0, false",
    "18-371.felony-object, 61, 0, true",
    "18-371.misdemeanor-object, 13, 0, true",
    "18-1343.base, 240, 0, false",
    "18-1343.base, 241, 0, true",
    "18-1343.financial-institution, 360, 0, false",
    "18-1343.financial-institution, 361, 0, true",
    "18-1957.base, 120, 0, false",
    "18-1957.base, 120, 1, true"
  })
  void aTermEqualToTheMaximumIsWithinIt(String tier, int months, int days, boolean over) {
    assertThat(codes(count("1", tier).imprisonment(new Term.Fixed(months, days))))
        .isEqualTo(over ? List.of(Code.IMPRISONMENT_OVER_MAXIMUM) : List.of());
  }

  @Test
  void lifeExceedsEveryMaximumOfTheCatalogue() {
    assertThat(objections(count("1", "18-1343.base").imprisonment(new Term.Life())))
        .extracting(SentenceObjection::words)
        .containsExactly("life on count 1 exceeds the maximum of 240 months (18 U.S.C. 1343)");
  }

  @Test
  void timeServedOfUnknownLengthIsADoubt() {
    List<SentenceObjection> found =
        objections(count("1", "18-1343.base").imprisonment(new Term.TimeServed(null)));

    assertThat(found)
        .extracting(SentenceObjection::code)
        .containsExactly(Code.TIME_SERVED_NOT_MEASURED);
    assertThat(found).extracting(SentenceObjection::severity).containsExactly(Severity.DOUBT);
    assertThat(
            codes(
                count("1", "18-1343.base")
                    .imprisonment(new Term.TimeServed(new Term.Fixed(7, 12)))))
        .isEmpty();
    assertThat(
            codes(
                count("1", "18-1037-a-3.GR-1")
                    .imprisonment(new Term.TimeServed(new Term.Fixed(12, 1)))))
        .containsExactly(Code.IMPRISONMENT_OVER_MAXIMUM);
  }

  @ParameterizedTest
  @CsvSource({"23, IMPRISONMENT_UNDER_MINIMUM", "24,", "25, IMPRISONMENT_OVER_MAXIMUM"})
  void identityTheftIsTwoYearsNoLessAndNoMore(int months, Code code) {
    assertThat(
            codes(
                count("1", "18-1343.base").months(40),
                count("2", "18-1028A.base").months(months).inGroup(2)))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void identityTheftWithoutImprisonmentIsUnderItsMinimum() {
    assertThat(objections(count("2", "18-1028A.base").fine(Usd.of(500))))
        .extracting(SentenceObjection::words)
        .containsExactly(
            "no imprisonment on count 2 is less than the mandatory 24 months (18 U.S.C. 1028A(a)(1), (b))");
  }

  @Test
  void identityTheftFollowsEveryOtherTermButMayRunBesideItself() {
    CountSentence fraud = count("1", "18-1343.base").months(40);
    CountSentence theft = count("2", "18-1028A.base").months(24);
    CountSentence another = count("3", "18-1028A.base").months(24);

    assertThat(objections(fraud, theft))
        .extracting(SentenceObjection::words)
        .containsExactly(
            "the term on count 2 runs beside another, and must follow every other term (18 U.S.C. 1028A(a)(1), (b))");
    assertThat(codes(fraud, theft.inGroup(2))).isEmpty();
    assertThat(codes(fraud, theft.inGroup(2), another.inGroup(2))).isEmpty();
    assertThat(codes(fraud.inGroup(2), theft.inGroup(2), another.inGroup(3)))
        .containsExactly(Code.CONSECUTIVE_REQUIRED);
    assertThat(codes(count("1", "18-1343.base").fine(Usd.of(5_000)), theft)).isEmpty();
  }

  @Test
  void theTotalIsTheLongestOfEachGroupOneGroupAfterTheOther() {
    CountSentence[] counts = {
      count("1", "18-1343.base").months(40),
      count("2", "18-371.felony-object").months(36),
      count("3", "18-1028A.base").months(24).inGroup(2)
    };

    assertThat(SentenceCheck.of(totalled(64, 0, counts))).isEmpty(); // 40 + 24
    assertThat(SentenceCheck.of(totalled(63, 0, counts)))
        .extracting(SentenceObjection::code)
        .containsExactly(Code.TOTAL_DIFFERS);
    assertThat(SentenceCheck.of(totalled(65, 0, counts)))
        .extracting(SentenceObjection::words)
        .containsExactly(
            "the total of 65 months is not that of the counts, 64 months, concurrent within a group and one group after the other (18 U.S.C. 3584)");
  }

  @Test
  void daysOfConsecutiveTermsMakeMonths() {
    CountSentence first = count("1", "18-1343.base").imprisonment(new Term.Fixed(12, 20));
    CountSentence second =
        count("2", "18-1343.base").imprisonment(new Term.Fixed(6, 10)).inGroup(2);

    assertThat(SentenceCheck.of(totalled(19, 0, first, second))).isEmpty(); // 20 + 10 days
  }

  @Test
  void aTotalCannotBeAddedUpWhileATermIsNotMeasured() {
    CountSentence served = count("1", "18-1343.base").imprisonment(new Term.TimeServed(null));

    assertThat(SentenceCheck.of(totalled(7, 0, served)))
        .extracting(SentenceObjection::code)
        .containsExactly(Code.TIME_SERVED_NOT_MEASURED);
  }

  @Test
  void aTotalWithoutAnyTermIsNotCompared() {
    assertThat(SentenceCheck.of(totalled(7, 0, count("1", "18-1343.base").probation(24))))
        .isEmpty();
  }

  @Test
  void lifeOnOneCountIsTheTotal() {
    CountSentence[] counts = {
      count("1", "18-1343.base").imprisonment(new Term.Life()), count("2", "18-1343.base").months(4)
    };

    assertThat(SentenceCheck.of(totalled(244, 0, counts)))
        .extracting(SentenceObjection::code)
        .containsExactly(Code.IMPRISONMENT_OVER_MAXIMUM, Code.TOTAL_DIFFERS);
  }

  private static SentenceImposed totalled(int months, int days, CountSentence... counts) {
    return new SentenceImposed(
        SENTENCED,
        INDIVIDUAL,
        List.of(counts),
        new Term.Fixed(months, days),
        true,
        new Restitution.Ordered(Usd.of(10_000)),
        true);
  }

  @ParameterizedTest
  @CsvSource({
    "18-1343.financial-institution, 60, false",
    "18-1343.financial-institution, 61, true",
    "18-1343.base, 36, false",
    "18-1343.base, 37, true",
    "18-1037-a-3.GR-5A, 36, false",
    "18-1037-a-3.GR-5A, 37, true",
    "18-1037-a-1.GR-3A, 12, false",
    "18-1037-a-1.GR-3A, 13, true",
    "18-1037-a-3.GR-1, 12, false",
    "18-1037-a-3.GR-1, 13, true"
  })
  void supervisedReleaseKeepsWithinItsClass(String tier, int months, boolean over) {
    assertThat(codes(count("1", tier).months(6).supervisedRelease(months)))
        .isEqualTo(over ? List.of(Code.SUPERVISED_RELEASE_OVER_MAXIMUM) : List.of());
  }

  @Test
  void tooMuchSupervisedReleaseNamesTheClass() {
    assertThat(objections(count("2", "18-1343.base").months(51).supervisedRelease(60)))
        .extracting(SentenceObjection::words)
        .containsExactly(
            "60 months of supervised release on count 2 exceeds the maximum of 36 months for a class C felony (18 U.S.C. 3583(b)(2))");
  }

  @Test
  void supervisedReleaseFollowsImprisonment() {
    assertThat(codes(count("1", "18-1343.base").probation(36).supervisedRelease(36)))
        .containsExactly(Code.SUPERVISED_RELEASE_WITHOUT_IMPRISONMENT);
    assertThat(
            codes(
                count("1", "18-1343.base")
                    .imprisonment(new Term.TimeServed(new Term.Fixed(0, 20)))
                    .supervisedRelease(36)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "18-1343.base, 11, PROBATION_UNDER_MINIMUM",
    "18-1343.base, 12,",
    "18-1343.base, 60,",
    "18-1343.base, 61, PROBATION_OVER_MAXIMUM",
    "18-1037-a-3.GR-1, 1,",
    "18-1037-a-3.GR-1, 60,",
    "18-1037-a-3.GR-1, 61, PROBATION_OVER_MAXIMUM",
    "18-1343.financial-institution, 36, PROBATION_BARRED",
    "18-1348.base, 36, PROBATION_BARRED"
  })
  void probationHasItsTerms(String tier, int months, Code code) {
    assertThat(codes(count("1", tier).probation(months)))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void aClassBFelonyBarsProbationForAPersonOnly() {
    CountSentence company =
        CountSentence.on("1", "18-1343.financial-institution", ENDED)
            .probation(36)
            .assessment(Usd.of(400));

    assertThat(SentenceCheck.of(sentence(ORGANISATION, company))).isEmpty();
    assertThat(objections(count("1", "18-1343.financial-institution").probation(36)))
        .extracting(SentenceObjection::words)
        .containsExactly("the offence of count 1 bars probation (18 U.S.C. 3561(a)(1))");
  }

  @Test
  void identityTheftBarsProbation() {
    assertThat(codes(count("1", "18-1028A.base").probation(36)))
        .containsExactly(Code.IMPRISONMENT_UNDER_MINIMUM, Code.PROBATION_BARRED);
  }

  @Test
  void probationDoesNotStandBesideImprisonment() {
    assertThat(codes(count("1", "18-1343.base").months(6).probation(36)))
        .containsExactly(Code.PROBATION_WITH_IMPRISONMENT);
    assertThat(
            objections(
                count("1", "18-1343.base").months(6), count("2", "18-1343.base").probation(36)))
        .extracting(SentenceObjection::count, SentenceObjection::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("2", Code.PROBATION_WITH_IMPRISONMENT));
    assertThat(
            codes(
                count("1", "18-1343.base").probation(24), count("2", "18-1343.base").probation(36)))
        .isEmpty();
  }

  @Test
  void anOrganisationIsFinedOrPutOnProbationAndNotImprisoned() {
    CountSentence imprisoned =
        CountSentence.on("1", "18-1343.base", ENDED).months(12).assessment(Usd.of(400));

    assertThat(SentenceCheck.of(sentence(ORGANISATION, imprisoned)))
        .extracting(SentenceObjection::code)
        .containsExactly(Code.ORGANISATION_IMPRISONED);
  }

  @Test
  void aCountOfConvictionHasASentence() {
    List<SentenceObjection> found = objections(count("3", "18-1343.base"));

    assertThat(found)
        .extracting(SentenceObjection::words)
        .containsExactly("count 3 has no imprisonment, probation or fine (18 U.S.C. 3551(b), (c))");
    assertThat(codes(count("3", "18-1343.base").fine(Usd.of(1)))).isEmpty();
    assertThat(codes(count("3", "18-1343.base").probation(12))).isEmpty();
    assertThat(codes(count("3", "18-1343.base").months(1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "18-1343.base, 250000, false",
    "18-1343.base, 250001, true",
    "18-1037-a-3.GR-1, 100000, false",
    "18-1037-a-3.GR-1, 100001, true",
    "18-1956-a-1.base, 500000, false",
    "18-1956-a-1.base, 500001, true",
    "15-78j-b.base, 5000000, false",
    "15-78j-b.base, 5000001, true",
    "18-1343.financial-institution, 1000000, false",
    "18-1343.financial-institution, 1000001, true"
  })
  void aFineAboveTheAmountStandsOnlyOnAGainOrLoss(String tier, long dollars, boolean over) {
    List<SentenceObjection> found = objections(count("1", tier).fine(Usd.of(dollars)));

    assertThat(found)
        .extracting(SentenceObjection::code)
        .isEqualTo(over ? List.of(Code.FINE_OVER_MAXIMUM) : List.of());
    assertThat(found)
        .extracting(SentenceObjection::severity)
        .containsOnly(over ? new Severity[] {Severity.DOUBT} : new Severity[] {});
  }

  @Test
  void twiceTheGrossGainOrLossRaisesTheFine() {
    Money known = new Money(Usd.of(300_000), Usd.of(130_000), null);

    // 2 × 300,000 = 600,000
    assertThat(codes(count("1", "18-1343.base").fine(Usd.of(600_000)).money(known))).isEmpty();
    assertThat(objections(count("1", "18-1343.base").fine(Usd.of(600_001)).money(known)))
        .extracting(SentenceObjection::words, SentenceObjection::severity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "a fine of $600,001 on count 1 exceeds $600,000 (18 U.S.C. 3571(d))",
                Severity.BREACH));
  }

  @Test
  void twiceThePropertyRaisesTheFineForLaundering() {
    Money known = new Money(Usd.of(0), Usd.of(0), Usd.of(400_000));

    // 2 × 400,000 = 800,000
    assertThat(codes(count("1", "18-1957.base").fine(Usd.of(800_000)).money(known))).isEmpty();
    assertThat(objections(count("1", "18-1957.base").fine(Usd.of(800_001)).money(known)))
        .extracting(SentenceObjection::severity, SentenceObjection::citation)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.BREACH, "18 U.S.C. 1957(b)"));
    // where the offence has no such fine, the property raises nothing
    assertThat(codes(count("1", "18-1343.base").fine(Usd.of(800_000)).money(known)))
        .containsExactly(Code.FINE_OVER_MAXIMUM);
  }

  @ParameterizedTest
  @CsvSource({
    "INDIVIDUAL, 18-1343.base, 100",
    "INDIVIDUAL, 18-1037-a-3.GR-1, 25",
    "ORGANISATION, 18-1343.base, 400",
    "ORGANISATION, 18-1037-a-3.GR-1, 125"
  })
  void theSpecialAssessmentIsFixed(Offender offender, String tier, long dollars) {
    CountSentence fined = CountSentence.on("1", tier, ENDED).fine(Usd.of(1_000));

    assertThat(SentenceCheck.of(sentence(offender, fined.assessment(Usd.of(dollars))))).isEmpty();
    for (long wrong : new long[] {0, dollars - 1, dollars + 1}) {
      assertThat(SentenceCheck.of(sentence(offender, fined.assessment(Usd.of(wrong)))))
          .extracting(SentenceObjection::code)
          .containsExactly(Code.ASSESSMENT_DIFFERS);
    }
    assertThat(SentenceCheck.of(sentence(offender, fined)))
        .extracting(SentenceObjection::actual)
        .containsExactly("none");
  }

  @Test
  void aWrongAssessmentSaysTheRightOne() {
    assertThat(objections(count("1", "18-1343.base").months(4).assessment(Usd.of(25))))
        .extracting(SentenceObjection::words)
        .containsExactly(
            "a special assessment of $25 on count 1, where the law requires $100 for a class C felony (18 U.S.C. 3013(a)(2)(A))");
    assertThat(objections(CountSentence.on("1", "18-1343.base", ENDED).months(4)))
        .extracting(SentenceObjection::words)
        .containsExactly(
            "no special assessment on count 1, where the law requires $100 for a class C felony (18 U.S.C. 3013(a)(2)(A))");
  }

  private static List<SentenceObjection> withRestitution(
      Boolean victimLost, Restitution restitution, CountSentence... counts) {
    return SentenceCheck.of(
        new SentenceImposed(
            SENTENCED, INDIVIDUAL, List.of(counts), null, victimLost, restitution, true));
  }

  @Test
  void restitutionForAFraudWithVictimsIsMandatory() {
    CountSentence fraud = count("2", "18-1343.base").months(4);
    Restitution none = new Restitution.NotRecorded();

    assertThat(withRestitution(true, none, fraud))
        .extracting(SentenceObjection::code, SentenceObjection::severity, SentenceObjection::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Code.RESTITUTION_MISSING, Severity.BREACH, "2"));
    assertThat(withRestitution(null, none, fraud))
        .extracting(SentenceObjection::severity)
        .containsExactly(Severity.DOUBT);
    assertThat(withRestitution(false, none, fraud)).isEmpty();
    assertThat(withRestitution(true, new Restitution.Ordered(Usd.of(5)), fraud)).isEmpty();
    assertThat(
            withRestitution(
                true, new Restitution.NotOrdered(Restitution.Finding.TOO_MANY_VICTIMS), fraud))
        .isEmpty();
  }

  @Test
  void restitutionIsAskedForOnceAndOnlyWhereItIsMandatoryInItself() {
    Restitution none = new Restitution.NotRecorded();

    assertThat(
            withRestitution(
                true,
                none,
                count("1", "18-371.felony-object").months(4),
                count("2", "18-1343.base").months(4),
                count("3", "18-1343.base").months(4)))
        .extracting(SentenceObjection::count)
        .containsExactly("2");
    assertThat(withRestitution(true, none, count("1", "18-371.felony-object").months(4))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2010-02-21, false", "2010-02-22, true"})
  void restitutionIsDeterminedWithinNinetyDays(LocalDate until, boolean late) {
    // 23 November 2009 + 90 days = 21 February 2010
    assertThat(
            withRestitution(
                true, new Restitution.Deferred(until), count("1", "18-1343.base").months(4)))
        .extracting(SentenceObjection::code)
        .isEqualTo(late ? List.of(Code.RESTITUTION_DEFERRED_TOO_LONG) : List.of());
  }

  @Test
  void aConvictionUnder1037ForfeitsProceedsAndEquipment() {
    SentenceImposed imposed =
        new SentenceImposed(
            SENTENCED,
            INDIVIDUAL,
            List.of(
                count("1", "18-1343.base").months(4),
                count("2", "18-1037-a-3.GR-5A").months(4),
                count("3", "18-1037-a-2.GR-5A").months(4)),
            null,
            false,
            new Restitution.NotRecorded(),
            false);

    assertThat(SentenceCheck.of(imposed))
        .extracting(SentenceObjection::code, SentenceObjection::count, SentenceObjection::citation)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Code.FORFEITURE_MISSING, "2", "18 U.S.C. 1037(c)"));
  }

  @Test
  void anOffenceBeforeTheCatalogueIsADoubtAndNotAGuess() {
    CountSentence early = CountSentence.on("1", "18-1037-a-3.GR-5A", LocalDate.of(2003, 12, 31));

    assertThat(objections(early.months(600), count("2", "18-1343.base").months(4)))
        .extracting(SentenceObjection::code, SentenceObjection::severity, SentenceObjection::words)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Code.LAW_NOT_IN_CATALOGUE,
                Severity.DOUBT,
                "count 1 is not checked: the catalogue has no 18-1037-a-3.GR-5A on 2003-12-31"));
  }

  @Test
  void aSentenceBeingTypedIsCheckedAsFarAsItGoes() {
    assertThat(
            SentenceCheck.of(
                SentenceImposed.on(
                    SENTENCED,
                    INDIVIDUAL,
                    List.of(CountSentence.on("1", "18-1343.base", ENDED).months(300)))))
        .extracting(SentenceObjection::code)
        .containsExactly(
            Code.IMPRISONMENT_OVER_MAXIMUM, Code.ASSESSMENT_DIFFERS, Code.RESTITUTION_MISSING);
  }

  @Test
  void everyObjectionEndsWithItsCitation() {
    assertThat(
            objections(
                count("1", "18-1028A.base").months(30).probation(80).fine(Usd.of(900_000)),
                CountSentence.on("2", "18-1343.base", ENDED).months(300).supervisedRelease(99)))
        .hasSizeGreaterThan(6)
        .allSatisfy(o -> assertThat(o.words()).endsWith(" (" + o.citation() + ")"));
  }

  @Test
  void aTermReadsAsInAJudgment() {
    assertThat(
            Arrays.asList(
                new Term.Fixed(12, 1).words(),
                new Term.Fixed(1, 0).words(),
                new Term.Fixed(0, 20).words(),
                new Term.Fixed(24, 2).words(),
                new Term.Life().words(),
                new Term.TimeServed(null).words(),
                new Term.TimeServed(new Term.Fixed(3, 0)).words()))
        .containsExactly(
            "12 months and 1 day",
            "1 month",
            "20 days",
            "24 months and 2 days",
            "life",
            "time served",
            "time served (3 months)");
    assertThatThrownBy(() -> new Term.Fixed(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Term.Fixed(0, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Term.Fixed(0, 30)).hasMessageContaining("30 days");
    assertThat(new Term.Fixed(0, 29).words()).isEqualTo("29 days");
  }
}
