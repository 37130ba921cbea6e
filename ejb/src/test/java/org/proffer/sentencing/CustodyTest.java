package org.proffer.sentencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.platform.InvalidInput;

/** How the form's three fields read as a term. */
class CustodyTest {
  @ParameterizedTest
  @CsvSource({
    "MONTHS, 51, , 51 months",
    ", 51, , 51 months",
    ", 12, 1, 12 months and 1 day",
    ", , 15, 15 days",
    "LIFE, , , life",
    "TIME_SERVED, , , time served",
    "TIME_SERVED, 7, , time served (7 months)",
    "TIME_SERVED, , 20, time served (20 days)"
  })
  void aTermIsWhatItsFieldsSay(
      @Nullable Custody custody, @Nullable Integer months, @Nullable Integer days, String words) {
    var term = Custody.term(custody, months, days);

    assertThat(term).isNotNull();
    assertThat(term.words()).isEqualTo(words);
  }

  @Test
  void emptyFieldsAreNoImprisonment() {
    assertThat(Custody.term(null, null, null)).isNull();
    assertThat(Custody.term(Custody.NONE, null, null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({", -1, ", ", 1, 30", ", , -1", "MONTHS, , ", "NONE, 1, ", "LIFE, 1, ", "LIFE, , 1"})
  void whatNoJudgmentSaysIsRefused(
      @Nullable Custody custody, @Nullable Integer months, @Nullable Integer days) {
    assertThatThrownBy(() -> Custody.check(custody, months, days)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void twentyNineDaysBesideMonthsAreTheMost() {
    assertThatCode(() -> Custody.check(null, 12, 29)).doesNotThrowAnyException();
  }
}
