package org.proffer.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proffer.mail.ByteSource;

class SenderAuthenticationTest {
  private static final String CLIENT = "192.0.2.1";
  private static final String PASSING = "v=spf1 ip4:192.0.2.1 -all";
  private static final String SUFFIXES = "com\nuk\nco.uk\nexample\n";

  private static PublicSuffixes suffixes() {
    try {
      return PublicSuffixes.read(new StringReader(SUFFIXES), RecordedZone.DAY, "the test");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AuthenticationReport evaluate(
      RecordedZone zone, boolean withSuffixes, String mailFrom, String message) throws IOException {
    return new SenderAuthentication(
            zone.snapshot(),
            Duration.ofDays(1),
            withSuffixes ? suffixes() : null,
            List.of("mx.own.example"))
        .evaluate(
            ByteSource.of(TestSigner.bytes(message)),
            new Delivery(CLIENT, "mta.esp.example", mailFrom, RecordedZone.DAY));
  }

  private static Evaluation dmarc(RecordedZone zone, String mailFrom, String from)
      throws IOException {
    return evaluate(zone, true, mailFrom, "From: " + from + "\r\n\r\nHello\r\n").dmarc();
  }

  private static RecordedZone zone(String spfDomain, String dmarcName, String dmarc) {
    return new RecordedZone().txt(spfDomain, PASSING).txt(dmarcName, dmarc);
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example, v=DMARC1; p=reject, PASS",
    "news.shop.example, v=DMARC1; p=reject, PASS",
    "news.shop.example, v=DMARC1; p=reject; aspf=s, FAIL",
    "shop.example, v=DMARC1; p=reject; aspf=s, PASS",
    "workshop.example, v=DMARC1; p=reject, FAIL",
    "shop.example, v=DMARC2; p=reject, NONE",
    "shop.example, v=DMARC1; p=maybe, PERMERROR",
    "shop.example, v=DMARC1; p=maybe; rua=mailto:a@shop.example, PASS"
  })
  void spfSpeaksForTheAuthorIfTheDomainsAreAligned(
      String spfDomain, String record, Outcome expected) throws IOException {
    RecordedZone zone = zone(spfDomain, "_dmarc.shop.example", record);
    Evaluation evaluation = dmarc(zone, "bounce@" + spfDomain, "Shop <a@shop.example>");
    assertThat(evaluation.outcome()).as("%s", evaluation).isEqualTo(expected);
    assertThat(evaluation.properties()).containsEntry("header.from", "shop.example");
  }

  @Test
  void aSubdomainWithoutItsOwnPolicyIsUnderThatOfTheOrganization() throws IOException {
    RecordedZone zone =
        zone("shop.co.uk", "_dmarc.shop.co.uk", "v=DMARC1; p=none; sp=quarantine")
            .nothingAt("_dmarc.news.shop.co.uk");
    Evaluation evaluation = dmarc(zone, "bounce@shop.co.uk", "a@news.shop.co.uk");
    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluation.properties())
        .containsEntry("policy.published-domain-policy", "quarantine");
    assertThat(evaluation.notes().get(0)).contains("2016-05-02").contains("the test");
  }

  @Test
  void neighboursUnderAPublicSuffixAreNotAligned() throws IOException {
    RecordedZone zone = zone("other.co.uk", "_dmarc.shop.co.uk", "v=DMARC1; p=none");
    assertThat(dmarc(zone, "bounce@other.co.uk", "a@shop.co.uk").outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void withoutAPublicSuffixListOnlyEqualOrUnrelatedDomainsCanBeJudged() throws IOException {
    String message = "From: a@shop.co.uk\r\n\r\n";
    String policy = "v=DMARC1; p=none";
    assertThat(
            evaluate(
                    zone("shop.co.uk", "_dmarc.shop.co.uk", policy), false, "b@shop.co.uk", message)
                .dmarc()
                .outcome())
        .isEqualTo(Outcome.PASS);
    assertThat(
            evaluate(zone("esp.com", "_dmarc.shop.co.uk", policy), false, "b@esp.com", message)
                .dmarc()
                .outcome())
        .isEqualTo(Outcome.FAIL);
    Evaluation unknown =
        evaluate(zone("esp.co.uk", "_dmarc.shop.co.uk", policy), false, "b@esp.co.uk", message)
            .dmarc();
    assertThat(unknown.outcome()).isEqualTo(Outcome.NOT_EVALUABLE);
    assertThat(unknown.reason()).startsWith("no record of that date: a public suffix list");
  }

  @Test
  void aDkimSignatureOfTheAuthorsDomainSpeaksForItToo() throws IOException {
    String tags =
        "v=1; a=rsa-sha256; c=relaxed/relaxed; d=shop.example; s=s1; h=from; bh="
            + TestSigner.hash("SHA-256", "Hello\r\n")
            + "; b=";
    String signature =
        TestSigner.sign(
            "rsa-sha256",
            TestSigner.RSA.getPrivate(),
            "from:a@shop.example\r\ndkim-signature:" + tags);
    String message =
        "DKIM-Signature: " + tags + signature + "\r\nFrom: a@shop.example\r\n\r\nHello\r\n";
    RecordedZone zone =
        zone("esp.example", "_dmarc.shop.example", "v=DMARC1; p=reject")
            .txt("s1._domainkey.shop.example", TestSigner.record(TestSigner.RSA));
    AuthenticationReport report = evaluate(zone, true, "bounce@esp.example", message);
    assertThat(report.spf().outcome()).isEqualTo(Outcome.PASS);
    assertThat(report.dkim()).extracting(Evaluation::outcome).containsExactly(Outcome.PASS);
    assertThat(report.dmarc().outcome()).isEqualTo(Outcome.PASS);
    assertThat(report.dmarc().reason()).startsWith("DKIM");
    AuthenticationReport noKey =
        evaluate(
            zone("esp.example", "_dmarc.shop.example", "v=DMARC1; p=reject"),
            true,
            "bounce@esp.example",
            message);
    assertThat(noKey.dmarc().outcome()).isEqualTo(Outcome.NOT_EVALUABLE);
    assertThat(noKey.dmarc().missing())
        .containsExactly(new DnsLookup("s1._domainkey.shop.example", DnsType.TXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "From: a@shop.example\r\nFrom: b@shop.example\r\n",
        "From: nobody\r\n",
        "From: a@shop.example, b@bank.example\r\n"
      })
  void aMessageWithoutOneAuthorDomainIsAPermanentError(String header) throws IOException {
    RecordedZone zone = zone("shop.example", "_dmarc.shop.example", "v=DMARC1; p=none");
    assertThat(evaluate(zone, true, "a@shop.example", header + "\r\n").dmarc().outcome())
        .isEqualTo(Outcome.PERMERROR);
  }

  @Test
  void severalPoliciesAreAsGoodAsNone() throws IOException {
    RecordedZone zone =
        new RecordedZone()
            .txt("shop.example", PASSING)
            .txt("_dmarc.shop.example", "v=DMARC1; p=none", "v=DMARC1; p=reject");
    assertThat(dmarc(zone, "a@shop.example", "a@shop.example").outcome()).isEqualTo(Outcome.NONE);
  }

  @Test
  void anEmptySnapshotMakesEveryResultThatNeedsTheDnsNotEvaluable() throws IOException {
    AuthenticationReport report =
        evaluate(
            new RecordedZone(),
            true,
            "bounce@shop.example",
            "DKIM-Signature: v=1; a=rsa-sha256; d=shop.example; s=s1; h=from; bh=AAAA; b=AAAA\r\n"
                + "From: a@shop.example\r\n\r\n");
    assertThat(report.spf().reason()).isEqualTo("no record of that date: shop.example TXT");
    assertThat(report.dkim().get(0).reason())
        .isEqualTo("no record of that date: s1._domainkey.shop.example TXT");
    assertThat(report.dmarc().reason())
        .isEqualTo("no record of that date: _dmarc.shop.example TXT");
    assertThat(report.arc().outcome()).isEqualTo(Outcome.NONE);
  }

  @Test
  void anAnswerRecordedOnAnotherDateIsNoRecordOfThatDate() throws IOException {
    SenderAuthentication authentication =
        new SenderAuthentication(
            new RecordedZone().txt("shop.example", PASSING).snapshot(),
            Duration.ofDays(1),
            null,
            List.of());
    ByteSource message = ByteSource.of(TestSigner.bytes("From: a@shop.example\r\n\r\n"));
    Delivery nextDay =
        new Delivery(CLIENT, "h.example", "a@shop.example", RecordedZone.DAY.plusSeconds(86_400));
    Delivery later =
        new Delivery(CLIENT, "h.example", "a@shop.example", RecordedZone.DAY.plusSeconds(86_401));
    assertThat(authentication.evaluate(message, nextDay).spf().outcome()).isEqualTo(Outcome.PASS);
    assertThat(authentication.evaluate(message, later).spf().outcome())
        .isEqualTo(Outcome.NOT_EVALUABLE);
  }

  @Test
  void withoutTheRecordedSessionSpfIsNotEvaluableAndNothingIsGuessedFromTheMessage()
      throws IOException {
    AuthenticationReport report =
        new SenderAuthentication(
                new RecordedZone().txt("shop.example", PASSING).snapshot(),
                Duration.ZERO,
                null,
                List.of())
            .evaluate(
                ByteSource.of(
                    TestSigner.bytes(
                        "Return-Path: <a@shop.example>\r\n"
                            + "Received: from mta (192.0.2.1) by mx; Mon, 2 May 2016 12:00:00 +0000\r\n"
                            + "From: a@shop.example\r\n\r\n")),
                Delivery.at(RecordedZone.DAY));
    assertThat(report.spf().outcome()).isEqualTo(Outcome.NOT_EVALUABLE);
    assertThat(report.spf().reason())
        .isEqualTo("no record of that date: the address of the client; the MAIL FROM address");
  }

  @Test
  void theNullSenderIsJudgedByTheHeloName() throws IOException {
    RecordedZone zone = new RecordedZone().txt("mta.esp.example", PASSING);
    Evaluation spf = evaluate(zone, true, "", "From: a@shop.example\r\n\r\n").spf();
    assertThat(spf.outcome()).isEqualTo(Outcome.PASS);
    assertThat(spf.properties()).containsEntry("smtp.helo", "mta.esp.example");
  }

  @Test
  void claimsAreKeptApartAndChangeNoResult() throws IOException {
    AuthenticationReport report =
        evaluate(
            new RecordedZone(),
            true,
            "a@shop.example",
            "Authentication-Results: MX.own.example; spf=pass smtp.mailfrom=shop.example\r\n"
                + "Authentication-Results: mx.forger.example; spf=pass\r\n"
                + "From: a@shop.example\r\n\r\n");
    assertThat(report.spf().outcome()).isEqualTo(Outcome.NOT_EVALUABLE);
    assertThat(report.claims()).hasSize(2);
    assertThat(report.trustedClaims())
        .extracting(ResultsClaim::authservId)
        .containsExactly("mx.own.example");
  }

  @Test
  void aHeaderBeyondAllMeasureIsAPermanentErrorAndNotAnException() throws IOException {
    String endless = "X: " + "x".repeat(RawMessage.MOST_HEADER_BYTES) + "\r\n\r\n";
    AuthenticationReport report = evaluate(new RecordedZone(), true, "a@shop.example", endless);
    assertThat(report.dkim().get(0).outcome()).isEqualTo(Outcome.PERMERROR);
    assertThat(report.arc().outcome()).isEqualTo(Outcome.PERMERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "=", "a", "a;", "a:", ";", "(", "\"", "\\", "\t"})
  void aHeaderMadeToBeSlowIsReadInTimeThatGrowsWithItsLength(String piece) throws IOException {
    String run = piece.repeat(500_000 / piece.length());
    String message =
        "DKIM-Signature: v=1; i="
            + run
            + "x@y.example; h="
            + run
            + "; x\r\n"
            + "ARC-Seal: i=1; x="
            + run
            + "x;\r\n"
            + "ARC-Authentication-Results: i"
            + run
            + "=1\r\n"
            + "Authentication-Results: "
            + run
            + "x; spf=pass "
            + run
            + "x\r\n"
            + "From: a@shop.example\r\n\r\n";
    assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThat(evaluate(new RecordedZone(), true, "a@shop.example", message).dkim())
                .isNotEmpty());
  }

  @Test
  void aHostNameIsNoClientAddress() {
    assertThatThrownBy(() -> new Delivery("localhost", null, null, RecordedZone.DAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new SenderAuthentication(
                    DnsSnapshot.empty(), Duration.ofSeconds(-1), null, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
