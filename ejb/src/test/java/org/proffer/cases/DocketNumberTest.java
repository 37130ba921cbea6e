package org.proffer.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.proffer.platform.InvalidInput;

class DocketNumberTest {
  private final Courts courts = new Courts();
  private final Court easternMichigan = courts.get("mied");

  @Test
  void theDetroitFormIsTaken() {
    assertThat(DocketNumber.of(easternMichigan, "2:07-cr-20627-MOB").value())
        .isEqualTo("2:07-cr-20627-MOB");
  }

  @Test
  void spacesAndLetterCaseAreMended() {
    assertThat(DocketNumber.of(easternMichigan, " 2:07-CR-20627-mob ").value())
        .isEqualTo("2:07-cr-20627-MOB");
  }

  @Test
  void initialsMayBeMissing() {
    assertThat(DocketNumber.of(easternMichigan, "2:07-cr-20627").value())
        .isEqualTo("2:07-cr-20627");
  }

  @Test
  void officeSixDoesNotExistInEasternMichigan() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> DocketNumber.of(easternMichigan, "6:07-cr-20627-MOB"))
        .satisfies(refusal -> assertThat(refusal.next()).contains("2:07-cr-20627-MOB"));
  }

  @Test
  void fourDigitsAreTooFew() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> DocketNumber.of(easternMichigan, "2:07-cr-2062"));
  }

  @Test
  void everyExampleFitsItsCourt() {
    assertThat(courts.all())
        .hasSize(94)
        .allSatisfy(court -> assertThat(court.docketExample()).matches(court.docketFormat()));
  }

  @Test
  void onlyTheConfirmedFormSaysSo() {
    assertThat(courts.all())
        .filteredOn(Court::confirmed)
        .extracting(Court::code)
        .containsExactly("mied");
  }
}
