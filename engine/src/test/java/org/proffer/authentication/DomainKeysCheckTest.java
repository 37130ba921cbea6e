package org.proffer.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.proffer.mail.ByteSource;

/** Signed by hand after RFC 4870, with the canonical text written out. */
class DomainKeysCheckTest {
  private static final String TAGS =
      "a=rsa-sha1; q=dns; c=nofws; s=s1; d=shop.example; h=from:to; b=";
  private static final String SIGNED =
      "From:Shop<a@shop.example>\r\nTo:b@example.org\r\n\r\nHellothere\r\n";
  private static final String REST =
      "X-Later: not signed\r\nFrom: Shop\r\n <a@shop.example>\r\nTo: b@example.org\r\n\r\n"
          + "Hello \t there\r\n \r\n\r\n";

  private static final RecordedZone ZONE =
      new RecordedZone()
          .txt("s1._domainkey.shop.example", "k=rsa; p=" + key(TestSigner.record(TestSigner.RSA)));

  private static String key(String record) {
    return record.substring(record.indexOf("p=") + 2);
  }

  private static String signed(String rest) {
    return "DomainKey-Signature: "
        + TAGS
        + TestSigner.sign("rsa-sha1", TestSigner.RSA.getPrivate(), SIGNED)
        + "\r\n"
        + rest;
  }

  private static Evaluation evaluate(String message, Instant receivedAt) throws Exception {
    RawMessage raw = RawMessage.read(ByteSource.of(TestSigner.bytes(message)));
    return new DomainKeysCheck(raw, ZONE.dns(), receivedAt).evaluate().get(0);
  }

  private static Evaluation evaluate(String message) throws Exception {
    return evaluate(message, RecordedZone.DAY);
  }

  @Test
  void whiteSpaceAndEmptyLinesAtTheEndDoNotCount() throws Exception {
    Evaluation evaluation = evaluate(signed(REST));
    assertThat(evaluation.outcome()).as("%s", evaluation).isEqualTo(Outcome.PASS);
    assertThat(evaluation.method()).isEqualTo(Method.DOMAINKEYS);
    assertThat(evaluation.notes()).anyMatch(note -> note.contains("historic"));
  }

  @Test
  void aChangedWordFails() throws Exception {
    assertThat(evaluate(signed(REST.replace("there", "where"))).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void aSenderThatIsNotSignedSpeaksForNobody() throws Exception {
    assertThat(evaluate(signed("Sender: m@other.example\r\n" + REST)).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void anotherDomainCannotSignForTheAuthor() throws Exception {
    Evaluation evaluation = evaluate(signed(REST.replace("a@shop.example", "a@bank.example")));
    assertThat(evaluation.outcome()).isEqualTo(Outcome.PERMERROR);
    assertThat(evaluation.reason()).isEqualTo("the sender is not of the signing domain");
  }

  @Test
  void aKeyThatNobodyRecordedIsNotEvaluable() throws Exception {
    Evaluation evaluation = evaluate(signed(REST).replace("s=s1", "s=s2"));
    assertThat(evaluation.outcome()).isEqualTo(Outcome.NOT_EVALUABLE);
    assertThat(evaluation.missing())
        .containsExactly(new DnsLookup("s2._domainkey.shop.example", DnsType.TXT));
  }

  @Test
  void since2018NobodyReliesOnSha1() throws Exception {
    assertThat(evaluate(signed(REST), Instant.parse("2019-01-01T00:00:00Z")).outcome())
        .isEqualTo(Outcome.POLICY);
  }

  @Test
  void aMessageWithoutASignatureHasNoResult() throws IOException, Stopped {
    RawMessage raw = RawMessage.read(ByteSource.of(TestSigner.bytes(REST)));
    assertThat(new DomainKeysCheck(raw, ZONE.dns(), RecordedZone.DAY).evaluate()).isEmpty();
  }
}
