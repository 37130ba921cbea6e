package org.proffer.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceMeterTest {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final PaceMeter meter = new PaceMeter();

  private long taken(String who, int tries, Instant at) {
    long taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += meter.pay(who, 20, at).isZero() ? 1 : 0;
    }
    return taken;
  }

  @Test
  void aMinutesWorthMayComeAtOnceAndNoMore() {
    assertThat(taken("a", 25, START)).isEqualTo(20);
    assertThat(meter.pay("a", 20, START)).isEqualTo(Duration.ofSeconds(3)); // 60 s ÷ 20
  }

  @Test
  void oneComesBackWhenItsShareOfTheMinuteHasPassedAndNotBefore() {
    taken("a", 20, START);
    assertThat(taken("a", 1, START.plusMillis(2_999))).isZero();
    assertThat(taken("a", 2, START.plusMillis(3_000))).isEqualTo(1);
    assertThat(taken("a", 30, START.plusSeconds(63 + 60))).isEqualTo(20);
  }

  @Test
  void whatOneUsesIsMissedByNobodyElse() {
    taken("a", 20, START);
    assertThat(taken("b", 20, START)).isEqualTo(20);
  }

  @Test
  void whatIsRefusedIsNotPaidFor() {
    taken("a", 1_000, START);
    assertThat(taken("a", 1, START.plusSeconds(3))).isEqualTo(1);
  }

  @Test
  void theWaitIsToldInWholeSecondsAtLeastOne() {
    assertThat(new TooFast(Pace.SEARCH, Duration.ofMillis(1)).retryAfter()).isEqualTo(1);
    assertThat(new TooFast(Pace.SEARCH, Duration.ofMillis(1_001)).retryAfter()).isEqualTo(2);
  }
}
