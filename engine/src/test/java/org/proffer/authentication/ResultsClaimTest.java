package org.proffer.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsClaimTest {
  private static ResultsClaim read(String value) {
    String text = "Authentication-Results:" + value + "\r\n";
    RawField field = new RawField("Authentication-Results", text, 7, text.length());
    return ResultsClaim.read(field, List.of("mx.own.example"));
  }

  @Test
  void everyMethodIsReadWithItsReasonAndProperties() {
    ResultsClaim claim =
        read(
            " mx.own.example 1;\r\n spf=fail (not ours; (really)) reason=\"bad; host\""
                + " smtp.mailfrom=a@shop.example;\r\n\tDKIM/1 = PASS header.d=shop.example");
    assertThat(claim.trusted()).isTrue();
    assertThat(claim.field().offset()).isEqualTo(7);
    assertThat(claim.claims())
        .containsExactly(
            new ResultsClaim.Claim(
                "spf", "fail", Map.of("reason", "bad; host", "smtp.mailfrom", "a@shop.example")),
            new ResultsClaim.Claim("dkim", "pass", Map.of("header.d", "shop.example")));
  }

  @Test
  void theWordNoneClaimsNothing() {
    assertThat(read(" mx.own.example; none").claims()).isEmpty();
  }

  @Test
  void aServerIsTrustedByItsWholeNameOnly() {
    assertThat(read(" evil.mx.own.example; spf=pass").trusted()).isFalse();
    assertThat(read(" mx.own.example.evil; spf=pass").trusted()).isFalse();
    assertThat(read(" (mx.own.example) other; spf=pass").trusted()).isFalse();
    assertThat(read(" \"mx.own.example\"; spf=pass").trusted()).isTrue();
  }

  @Test
  void aFieldThatNamesNoServerClaimsNothingAnyoneCouldTrust() {
    ResultsClaim claim = read(" spf=pass; dkim=pass");
    assertThat(claim.authservId()).isEmpty();
    assertThat(claim.trusted()).isFalse();
    assertThat(claim.claims()).isEmpty();
  }

  @Test
  void brokenQuotesAndCommentsDoNotEscapeFromTheField() {
    assertThat(read(" mx.own.example; spf=pass (\\) ; dkim=pass").claims()).hasSize(1);
    assertThat(read(" mx.own.example; spf=pass reason=\"open; dkim=pass").claims()).hasSize(1);
    assertThat(read("").authservId()).isEmpty();
  }
}
