package org.proffer.sentencing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The distribution of sentences, and what it leaves out. */
class SentencesAcrossTest {
  private static SentencesAcross.Row row(
      Custody custody, @Nullable Integer months, @Nullable Integer days) {
    return new SentencesAcross.Row(
        UUID.randomUUID(),
        "United States v. Poe",
        "mied",
        UUID.randomUUID(),
        "Ann Poe",
        LocalDate.of(2009, 11, 23),
        custody,
        months,
        days,
        null,
        null,
        null,
        null,
        null,
        "",
        "",
        List.of());
  }

  private static SentencesAcross of(SentencesAcross.Row... rows) {
    return new SentencesAcross(List.of(rows), 0);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, , , none",
    "MONTHS, , 1, up to 12 months",
    "MONTHS, 12, , up to 12 months",
    "MONTHS, 12, 1, 'over 12, up to 24'",
    "MONTHS, 51, , 'over 48, up to 60'",
    "MONTHS, 60, , 'over 48, up to 60'",
    "MONTHS, 120, , 'over 60, up to 120'",
    "MONTHS, 120, 1, 'over 120, or life'",
    "LIFE, , , 'over 120, or life'",
    "TIME_SERVED, 7, , up to 12 months"
  })
  void eachSentenceIsInOneGroup(
      Custody custody, @Nullable Integer months, @Nullable Integer days, String group) {
    assertThat(of(row(custody, months, days)).imprisonment())
        .filteredOn(bin -> bin.count() > 0)
        .extracting(SentencesAcross.Bin::label)
        .containsExactly(group);
  }

  @Test
  void timeServedOfUnknownLengthIsCountedAsMissing() {
    SentencesAcross found = of(row(Custody.TIME_SERVED, null, null), row(Custody.MONTHS, 40, null));

    assertThat(found.n()).isEqualTo(1);
    assertThat(found.lengthMissing()).isEqualTo(1);
    assertThat(found.median()).contains(months(40));
  }

  @Test
  void theMedianIsTheLowerOfTwoInTheMiddle() {
    assertThat(
            of(
                    row(Custody.MONTHS, 51, null),
                    row(Custody.MONTHS, 40, null),
                    row(Custody.MONTHS, 51, null),
                    row(Custody.MONTHS, 32, null))
                .median())
        .contains(months(40));
    assertThat(of().median()).isEmpty();
  }

  @Test
  void aMedianOfLifeIsLifeAndNoNumber() {
    SentencesAcross.Median life =
        of(
                row(Custody.MONTHS, 40, null),
                row(Custody.LIFE, null, null),
                row(Custody.LIFE, null, null))
            .median()
            .orElseThrow();
    assertThat(life.isLife()).isTrue();
    assertThat(life.months()).isEmpty();
    assertThat(of(row(Custody.MONTHS, 40, null), row(Custody.LIFE, null, null)).median())
        .as("the lower of two")
        .contains(months(40));
  }

  private static SentencesAcross.Median months(int months) {
    return new SentencesAcross.Median(OptionalInt.of(months));
  }

  @Test
  void theTermIsWrittenWithItsDays() {
    assertThat(row(Custody.MONTHS, 12, 1).imprisonment()).isEqualTo("12 months and 1 day");
  }
}
