package org.proffer.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.mail.ByteSource;

class ArcCheckTest {
  private static final String KEY = "s1._domainkey.list.example";
  private static final String FROM = "From: a@shop.example\r\n";
  private static final String BODY = "\r\nHello\r\n";

  /** One ARC set as a forwarder adds it; every field is written in its relaxed form. */
  private record ArcSet(String results, String signature, String seal) {
    String fields() {
      return seal + signature + results;
    }
  }

  private static ArcSet first(String validation, KeyPair pair) {
    return set(1, "", validation, pair);
  }

  private static ArcSet set(int instance, String earlier, String validation, KeyPair pair) {
    String results = "arc-authentication-results:i=" + instance + "; list.example; dkim=pass\r\n";
    String tags =
        "i="
            + instance
            + "; a=rsa-sha256; c=relaxed/relaxed; d=list.example; s=s1; h=from; bh="
            + TestSigner.hash("SHA-256", "Hello\r\n")
            + "; b=";
    String head = "arc-message-signature:" + tags;
    String signature =
        head
            + TestSigner.sign(
                "rsa-sha256", pair.getPrivate(), FROM.replace("From: ", "from:") + head)
            + "\r\n";
    String sealHead =
        "arc-seal:i="
            + instance
            + "; a=rsa-sha256; cv="
            + validation
            + "; d=list.example; s=s1; b=";
    String sealed = earlier + results + signature + sealHead;
    String seal = sealHead + TestSigner.sign("rsa-sha256", pair.getPrivate(), sealed) + "\r\n";
    return new ArcSet(results, signature, seal);
  }

  /** A second set over a first one, in the order in which seals are computed. */
  private static ArcSet second(ArcSet first, String validation) {
    String earlier = first.results() + first.signature() + first.seal();
    return set(2, earlier, validation, TestSigner.RSA);
  }

  private static Evaluation evaluate(String message) throws IOException {
    return evaluate(message, new RecordedZone().txt(KEY, TestSigner.record(TestSigner.RSA)));
  }

  private static Evaluation evaluate(String message, RecordedZone zone) throws IOException {
    try {
      return new ArcCheck(RawMessage.read(ByteSource.of(TestSigner.bytes(message))), zone.dns())
          .evaluate();
    } catch (Stopped e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aMessageThatNobodyForwardedHasNoChain() throws IOException {
    assertThat(evaluate(FROM + BODY).outcome()).isEqualTo(Outcome.NONE);
  }

  @Test
  void aChainOfTwoIntactSetsPasses() throws IOException {
    ArcSet first = first("none", TestSigner.RSA);
    Evaluation one = evaluate(first.fields() + FROM + BODY);
    assertThat(one.outcome()).as("%s", one).isEqualTo(Outcome.PASS);
    Evaluation two = evaluate(second(first, "pass").fields() + first.fields() + FROM + BODY);
    assertThat(two.outcome()).as("%s", two).isEqualTo(Outcome.PASS);
    assertThat(two.properties()).containsEntry("instances", "2");
    assertThat(two.fields()).hasSize(6);
  }

  @Test
  void aChangedBodyOrFieldBreaksTheNewestSignature() throws IOException {
    ArcSet first = first("none", TestSigner.RSA);
    assertThat(evaluate(first.fields() + FROM + "\r\nHallo\r\n").reason()).contains("body");
    assertThat(evaluate(first.fields() + "From: b@shop.example\r\n" + BODY).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void anOlderSignatureMayBeBrokenButNoSealMayBe() throws IOException {
    ArcSet first = first("none", TestSigner.RSA);
    ArcSet broken =
        new ArcSet(first.results(), first.signature().replace("h=from;", "h=to;"), first.seal());
    assertThat(evaluate(second(broken, "pass").fields() + broken.fields() + FROM + BODY).reason())
        .isEqualTo("the seal of instance 1 does not verify");
    ArcSet other = first("none", TestSigner.RSA_1024);
    ArcSet signedByOthers =
        new ArcSet(first.results(), other.signature(), sealed(first.results(), other.signature()));
    Evaluation evaluation =
        evaluate(second(signedByOthers, "pass").fields() + signedByOthers.fields() + FROM + BODY);
    assertThat(evaluation.outcome()).as("%s", evaluation).isEqualTo(Outcome.PASS);
  }

  private static String sealed(String results, String signature) {
    String head = "arc-seal:i=1; a=rsa-sha256; cv=none; d=list.example; s=s1; b=";
    return head
        + TestSigner.sign("rsa-sha256", TestSigner.RSA.getPrivate(), results + signature + head)
        + "\r\n";
  }

  @ParameterizedTest
  @CsvSource({"none, PASS", "pass, FAIL", "fail, FAIL", "'', FAIL"})
  void theFirstSetStatesThatNothingCameBefore(String validation, Outcome expected)
      throws IOException {
    assertThat(evaluate(first(validation, TestSigner.RSA).fields() + FROM + BODY).outcome())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"none, FAIL", "pass, PASS", "fail, FAIL"})
  void aLaterSetStatesThatTheChainWasIntact(String validation, Outcome expected)
      throws IOException {
    ArcSet first = first("none", TestSigner.RSA);
    assertThat(
            evaluate(second(first, validation).fields() + first.fields() + FROM + BODY).outcome())
        .isEqualTo(expected);
  }

  @Test
  void anIncompleteOrDoubledSetFails() throws IOException {
    ArcSet first = first("none", TestSigner.RSA);
    assertThat(evaluate(first.seal() + first.signature() + FROM + BODY).outcome())
        .isEqualTo(Outcome.FAIL);
    assertThat(evaluate(first.seal() + first.results() + FROM + BODY).outcome())
        .isEqualTo(Outcome.FAIL);
    assertThat(evaluate(first.signature() + first.results() + FROM + BODY).outcome())
        .isEqualTo(Outcome.FAIL);
    assertThat(evaluate(first.fields() + first.seal() + FROM + BODY).outcome())
        .isEqualTo(Outcome.FAIL);
    assertThat(evaluate(second(first, "pass").fields() + FROM + BODY).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void shaOneAndShortKeysAreNeverAccepted() throws IOException {
    RecordedZone shorter = new RecordedZone().txt(KEY, TestSigner.record(TestSigner.RSA_1023));
    RecordedZone enough = new RecordedZone().txt(KEY, TestSigner.record(TestSigner.RSA_1024));
    assertThat(
            evaluate(first("none", TestSigner.RSA_1023).fields() + FROM + BODY, shorter).reason())
        .isEqualTo("an RSA key of 1023 bits");
    assertThat(
            evaluate(first("none", TestSigner.RSA_1024).fields() + FROM + BODY, enough).outcome())
        .isEqualTo(Outcome.PASS);
    assertThat(
            evaluate(
                    first("none", TestSigner.RSA).fields().replace("rsa-sha256", "rsa-sha1")
                        + FROM
                        + BODY)
                .outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void withoutTheKeyOfThatDateTheChainIsNotEvaluable() throws IOException {
    String message = first("none", TestSigner.RSA).fields() + FROM + BODY;
    Evaluation unknown = evaluate(message, new RecordedZone());
    assertThat(unknown.outcome()).isEqualTo(Outcome.NOT_EVALUABLE);
    assertThat(unknown.missing()).containsExactly(new DnsLookup(KEY, DnsType.TXT));
    assertThat(
            evaluate(message, new RecordedZone().status(KEY, DnsType.TXT, DnsStatus.TIMEOUT))
                .outcome())
        .isEqualTo(Outcome.TEMPERROR);
    assertThat(evaluate(message, new RecordedZone().nothingAt(KEY)).outcome())
        .isEqualTo(Outcome.FAIL);
  }
}
