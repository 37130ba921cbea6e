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
}
