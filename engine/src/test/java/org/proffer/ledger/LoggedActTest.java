package org.proffer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoggedActTest {
  @Test
  void controlCharactersAreEscapedAndLettersAreNot() {
    assertThat(LeafText.quoted("\u0001\t\\é")).isEqualTo("\"\\u0001\\t\\\\é\"");
  }
}
