package org.proffer.law.sentencing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.law.Usd;
import org.proffer.law.fraud.Offender;
import org.proffer.law.sentencing.SentenceObjection.Code;

/**
 * The sentences of 23 November 2009 in the Eastern District of Michigan, as the press told them;
 * the counts of the demonstration case.
 */
class ModelCaseSentencesTest {
  private static final LocalDate SENTENCED = LocalDate.of(2009, 11, 23);
  private static final LocalDate ENDED = LocalDate.of(2005, 9, 30);
  private static final String LEADERS =
      "18-371.felony-object 18-1343.base 18-1956-a-1.base 18-1037-a-3.GR-5A";

  private static SentenceImposed sentence(String tiers, int months, int release) {
    List<String> counts = List.of(tiers.split(" ", -1));
    return new SentenceImposed(
        SENTENCED,
        Offender.INDIVIDUAL,
        Stream.iterate(0, i -> i < counts.size(), i -> i + 1)
            .map(
                i ->
                    CountSentence.on(String.valueOf(i + 1), counts.get(i), ENDED)
                        .months(months)
                        .supervisedRelease(release)
                        .assessment(Usd.of(100)))
            .toList(),
        new Term.Fixed(months, 0),
        true,
        new Restitution.NotOrdered(Restitution.Finding.TOO_MANY_VICTIMS),
        true);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Ralsky, " + LEADERS + ", 51",
    "Bradley, " + LEADERS + ", 40",
    "Hui, 18-371.felony-object 18-1343.base 18-1956-a-1.base, 51",
    "Bown, 18-371.felony-object 18-371.felony-object 18-1037-a-3.GR-5A, 32"
  })
  void theTermsOfTheModelCaseKeepWithinTheStatutes(String name, String tiers, int months) {
    assertThat(SentenceCheck.of(sentence(tiers, months, 36))).isEmpty();
  }

  @Test
  void fiveYearsOfSupervisedReleaseNeedAClassBFelony() {
    assertThat(SentenceCheck.of(sentence(LEADERS, 51, 60)))
        .hasSize(4)
        .extracting(SentenceObjection::code)
        .containsOnly(Code.SUPERVISED_RELEASE_OVER_MAXIMUM);
    assertThat(SentenceCheck.of(sentence("18-1343.financial-institution", 51, 60))).isEmpty();
  }

  @Test
  void oneMonthMoreThanSixtyBreaksTheMaximumOfTheConspiracyAndOfTheMailCount() {
    assertThat(SentenceCheck.of(sentence(LEADERS, 60, 36))).isEmpty();
    assertThat(SentenceCheck.of(sentence(LEADERS, 61, 36)))
        .extracting(SentenceObjection::words)
        .containsExactly(
            "61 months on count 1 exceeds the maximum of 60 months (18 U.S.C. 371)",
            "61 months on count 4 exceeds the maximum of 60 months (18 U.S.C. 1037(b)(1)(A))");
  }
}
