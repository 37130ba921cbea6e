package org.proffer.law.sentencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.law.Certainty;
import org.proffer.law.Usd;
import org.proffer.law.sentencing.GuidelineRange.Zone;

class GuidelinesTest {
  private static final LocalDate MANUAL_2016 = LocalDate.of(2016, 11, 1);

  @ParameterizedTest
  @CsvSource({
    "1, I, 0 months, 6 months, A",
    "0, I, 0 months, 6 months, A", // clamped to 1
    "9, I, 4 months, 10 months, B",
    "11, I, 8 months, 14 months, B",
    "12, I, 10 months, 16 months, C",
    "13, I, 12 months, 18 months, C",
    "14, I, 15 months, 21 months, D",
    "26, I, 63 months, 78 months, D",
    "26, II, 70 months, 87 months, D",
    "27, I, 70 months, 87 months, D",
    "30, I, 97 months, 121 months, D",
    "32, I, 121 months, 151 months, D",
    "37, VI, 360 months, life, D",
    "42, I, 360 months, life, D",
    "43, I, life, life, D",
    "44, VI, life, life, D" // clamped to 43
  })
  void theRangeIsThatOfLevelAndCategory(
      int level, CriminalHistory history, String minimum, String maximum, Zone zone) {
    GuidelineRange range = GuidelineRange.of(level, history, MANUAL_2016);

    assertThat(range.minimum().words()).isEqualTo(minimum);
    assertThat(range.maximum().words()).isEqualTo(maximum);
    assertThat(range.zone()).isEqualTo(zone);
    assertThat(range.certainty()).isEqualTo(Certainty.VERIFIED);
  }

  @ParameterizedTest
  @CsvSource({
    "11, 2010-10-31, C, FROM_KNOWLEDGE", // 8 to 14 months
    "11, 2010-11-01, B, VERIFIED",
    "13, 2010-10-31, D, FROM_KNOWLEDGE", // 12 to 18 months
    "13, 2010-11-01, C, VERIFIED"
  })
  void theZonesMovedIn2010(int level, LocalDate manual, Zone zone, Certainty certainty) {
    GuidelineRange range = GuidelineRange.of(level, CriminalHistory.I, manual);

    assertThat(range.zone()).isEqualTo(zone);
    assertThat(range.certainty()).isEqualTo(certainty);
  }

  @Test
  void rangesNeverFallAlongRowsAndColumnsAndAreNoWiderThanTheStatuteAllows() {
    for (int level = 1; level <= 43; level++) {
      for (CriminalHistory history : CriminalHistory.values()) {
        int minimum = months(GuidelineRange.of(level, history, MANUAL_2016).minimum());
        int maximum = months(GuidelineRange.of(level, history, MANUAL_2016).maximum());
        // 28 U.S.C. 994(b)(2): no wider than a quarter of the minimum or six months; life from 360
        assertThat(maximum == 999 ? 0 : maximum - minimum)
            .as("level %d, category %s", level, history)
            .isLessThanOrEqualTo(Math.max(minimum / 4, 6));
        if (level > 1) {
          assertThat(minimum)
              .isGreaterThanOrEqualTo(
                  months(GuidelineRange.of(level - 1, history, MANUAL_2016).minimum()));
        }
        if (history != CriminalHistory.I) {
          CriminalHistory before = CriminalHistory.values()[history.ordinal() - 1];
          assertThat(minimum)
              .isGreaterThanOrEqualTo(
                  months(GuidelineRange.of(level, before, MANUAL_2016).minimum()));
        }
      }
    }
  }

  private static int months(Term term) {
    return term.length().map(Term.Fixed::months).orElse(999);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2016-11-01, 0",
    "6500, 2016-11-01, 0", // exactly the step stays below it
    "6501, 2016-11-01, 2",
    "15000, 2016-11-01, 2",
    "15001, 2016-11-01, 4",
    "2600000, 2016-11-01, 16",
    "2600000, 2015-10-31, 18",
    "2500000, 2015-10-31, 16",
    "2500001, 2015-10-31, 18",
    "2500001, 2015-11-01, 16",
    "3500000, 2015-11-01, 16",
    "3500001, 2015-11-01, 18",
    "550000000, 2026-10-31, 28",
    "550000001, 2026-10-31, 30"
  })
  void aLossAddsTheLevelsOfItsStep(long dollars, LocalDate manual, int levels) {
    assertThat(GuidelineLoss.increase(Usd.of(dollars), manual))
        .isEqualTo(
            new Limit<>(levels, "USSG 2B1.1(b)(1), App. C amendment 791", Certainty.VERIFIED));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 200, 9500",
    "3, 200, 9500",
    "4, 500, 9500",
    "22, 15000, 150000",
    "23, 20000, 200000",
    "37, 40000, 400000",
    "38, 50000, 500000",
    "43, 50000, 500000"
  })
  void theFineIsThatOfItsLevel(int level, long minimum, long maximum) {
    GuidelineFine fine = GuidelineFine.of(level, MANUAL_2016);

    assertThat(fine.minimum()).isEqualTo(Usd.of(minimum));
    assertThat(fine.maximum()).isEqualTo(Usd.of(maximum));
    assertThat(fine.citation()).isEqualTo("USSG 5E1.2(c)(3)");
  }

  @Test
  void theManualOf2026IsRefusedUntilItIsLoaded() {
    LocalDate last = LocalDate.of(2026, 10, 31);
    LocalDate next = LocalDate.of(2026, 11, 1);

    assertThat(GuidelineRange.of(26, CriminalHistory.I, last)).isNotNull();
    assertThatThrownBy(() -> GuidelineRange.of(26, CriminalHistory.I, next))
        .hasMessageContaining("sentencing-table.csv")
        .hasMessageContaining("2026-11-01");
    assertThatThrownBy(() -> GuidelineLoss.increase(Usd.of(1), next))
        .hasMessageContaining("loss-table.csv");
    assertThatThrownBy(() -> GuidelineFine.of(26, next)).hasMessageContaining("fine-table.csv");
    assertThatThrownBy(() -> GuidelineFine.of(26, LocalDate.of(2015, 10, 31)))
        .hasMessageContaining("2015-10-31");
  }
}
