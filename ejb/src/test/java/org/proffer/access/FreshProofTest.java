package org.proffer.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FreshProofTest {
  private static final Instant PROVED = Instant.parse("2026-03-02T09:00:00Z");

  private static boolean isOld(Instant provedAt, Instant now) throws Exception {
    return FreshProof.since(provedAt, () -> FreshProof.isOld(Clock.fixed(now, ZoneOffset.UTC)));
  }

  @Test
  void aProofIsOldAfterTenMinutes() throws Exception {
    assertThat(isOld(PROVED, PROVED.plusSeconds(599))).isFalse();
    assertThat(isOld(PROVED, PROVED.plusSeconds(600))).isTrue();
    assertThat(isOld(Instant.EPOCH, PROVED)).isTrue();
  }

  @Test
  void workThatNoRequestAskedForNeedsNone() {
    assertThat(FreshProof.isOld(Clock.fixed(PROVED, ZoneOffset.UTC))).isFalse();
  }

  @Test
  void theSecondsOfTheConfigurationCountAndWhatIsNoNumberOfThemIsRefused() {
    assertThat(FreshProof.fresh(null)).isEqualTo(java.time.Duration.ofMinutes(10));
    assertThat(FreshProof.fresh("1")).isEqualTo(java.time.Duration.ofSeconds(1));
    assertThat(FreshProof.fresh("43200")).isEqualTo(java.time.Duration.ofHours(12));
    for (String wrong : java.util.List.of("0", "43201", "ten", "-1", "1.5")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> FreshProof.fresh(wrong))
          .hasMessageContaining("PROFFER_FRESH_SECONDS");
    }
  }
}
