package org.proffer.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceLimitsTest {
  @Test
  void whatTheConfigurationDoesNotNameStaysAsItIs() {
    assertThat(PaceLimits.of("search=7/70, what-if=1/2"))
        .containsEntry(Pace.SEARCH, new Pace.Limit(7, 70))
        .containsEntry(Pace.WHAT_IF, new Pace.Limit(1, 2))
        .containsEntry(Pace.EXPORT, Pace.EXPORT.limit())
        .hasSize(Pace.values().length);
    assertThat(PaceLimits.of(null)).containsEntry(Pace.SEARCH, new Pace.Limit(120, 1_200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"searching=7/70", "search=7", "search=0/1", "search=a/b", "search=1/2,"})
  void aLimitThatCannotBeReadIsNamed(String line) {
    assertThatThrownBy(() -> PaceLimits.of(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limit");
  }
}
