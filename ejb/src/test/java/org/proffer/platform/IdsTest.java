package org.proffer.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static Clock at(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }

  @Test
  void anIdIsOfVersionSevenAndItsVariant() {
    UUID id = Ids.next(at("2026-11-23T10:00:00Z"));

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void laterIdsSortBehindEarlierOnes() {
    assertThat(Ids.next(at("2026-11-23T10:00:00.001Z")).toString())
        .isGreaterThan(Ids.next(at("2026-11-23T10:00:00Z")).toString());
  }

  @Test
  void whatIsNoIdentifierIsNotFound() {
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> Ids.parse("case", "../../etc"))
        .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("not-found"));
  }
}
