package org.proffer.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proffer.check.Sha256;
import org.proffer.mail.ByteSource;

class PackedAssessmentTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"reason\":\"Käse 日本 😀\"}"})
  void whatWasPackedIsReadBack(String json) {
    assertThat(PackedAssessment.json(PackedAssessment.of(json))).isEqualTo(json);
  }

  @Test
  void textThatNoDictionaryKnowsIsReadBack() {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      json.append(Integer.toHexString(i * 0x9E3779B9));
    }

    assertThat(PackedAssessment.json(PackedAssessment.of(json.toString())))
        .isEqualTo(json.toString());
  }

  /** Stored assessments can be read with the dictionary alone with which they were written. */
  @Test
  void theFirstDictionaryIsWhatItWas() throws IOException {
    try (InputStream in = PackedAssessment.class.getResourceAsStream("assessment-1.dictionary")) {
      assertThat(Sha256.hex(ByteSource.of(in.readAllBytes())))
          .isEqualTo("d5dbd344b60da5d15ddc2f2169ea538b0cb45f2eba8be2c6b98055bf8a428fac");
    }
  }

  @Test
  void damageIsNoticed() {
    byte[] packed = PackedAssessment.of("{\"reason\":\"The subject misleads.\"}");
    byte[] flipped = packed.clone();
    flipped[packed.length - 1] ^= 1;

    assertThatIllegalStateException().isThrownBy(() -> PackedAssessment.json(flipped));
    assertThatIllegalStateException()
        .isThrownBy(() -> PackedAssessment.json(Arrays.copyOf(packed, packed.length - 3)));
    assertThatIllegalStateException().isThrownBy(() -> PackedAssessment.json(new byte[] {9}));
    assertThatIllegalStateException().isThrownBy(() -> PackedAssessment.json(new byte[0]));
  }
}
