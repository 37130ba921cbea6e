package org.proffer.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.proffer.law.canspam.CanSpamRules.Rule;

class RulebookTest {
  @Test
  void aRuleIsThatOfThePeriodTheDayFallsIn() {
    for (String id : new String[] {"OPT-01", "DIS-03", "SEX-01"}) {
      for (Rule period : Rulebook.periods(id)) {
        assertThat(Rulebook.on(id, period.from())).contains(period);
        if (period.until() != null) {
          assertThat(Rulebook.holds(period, period.until().minusDays(1))).isTrue();
          assertThat(Rulebook.holds(period, period.until())).isFalse();
        }
      }
    }
  }

  @Test
  void beforeItWasInForceARuleIsAnsweredForAsItFirstStood() {
    assertThat(Rulebook.on("OPT-01", LocalDate.of(1990, 1, 1)))
        .contains(Rulebook.periods("OPT-01").get(0));
  }

  @Test
  void anIdOfNoListIsADutyWithoutCitationAndStandsLast() {
    assertThat(Rulebook.isDuty("GONE-01")).isTrue();
    assertThat(Rulebook.citation("GONE-01", LocalDate.of(2005, 1, 1))).isEmpty();
    assertThat(Rulebook.position("GONE-01")).isGreaterThan(Rulebook.position("DIS-03"));
  }

  @Test
  void aDefinitionIsNoDuty() {
    assertThat(Rulebook.isDuty("CLS-01")).isFalse();
    assertThat(Rulebook.isDuty("DIS-03")).isTrue();
  }
}
