package org.proffer.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpfCheckTest {
  private static final String SENDER = "list@shop.example";

  private static SpfCheck.Verdict check(RecordedZone zone, String client) throws NotRecorded {
    return new SpfCheck(
            new DnsQueries(zone.dns()),
            IpAddress.parse(client).orElseThrow(),
            "mta.shop.example",
            SENDER,
            RecordedZone.DAY.getEpochSecond())
        .evaluate();
  }

  private static RecordedZone policy(String record) {
    return new RecordedZone().txt("shop.example", record);
  }

  private static Outcome outcome(RecordedZone zone, String client) throws NotRecorded {
    return check(zone, client).outcome();
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 +all, PASS",
    "v=spf1 all, PASS",
    "v=spf1 -all, FAIL",
    "v=spf1 ~all, SOFTFAIL",
    "v=spf1 ?all, NEUTRAL",
    "v=spf1, NEUTRAL",
    "V=SPF1 -ALL, FAIL",
    "v=spf10 -all, NONE",
    "spf2.0/pra -all, NONE"
  })
  void theQualifierOfTheMatchingMechanismIsTheResult(String record, Outcome expected)
      throws NotRecorded {
    assertThat(outcome(policy(record), "192.0.2.1")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.127, ip4:192.0.2.0/25, PASS",
    "192.0.2.128, ip4:192.0.2.0/25, FAIL",
    "192.0.2.1, ip4:192.0.2.1, PASS",
    "192.0.2.2, ip4:192.0.2.1, FAIL",
    "203.0.113.9, ip4:0.0.0.0/0, PASS",
    "2001:db8:0:1::, ip6:2001:db8::/63, PASS",
    "2001:db8:0:2::, ip6:2001:db8::/63, FAIL",
    "::ffff:192.0.2.1, ip4:192.0.2.1, PASS",
    "2001:db8::1, ip4:0.0.0.0/0, FAIL"
  })
  void aNetworkReachesToItsLastAddressAndNoFurther(String client, String term, Outcome expected)
      throws NotRecorded {
    assertThat(outcome(policy("v=spf1 " + term + " -all"), client)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip4:192.0.2.0/33",
        "ip4:192.0.2",
        "ip4:192.0.2.01",
        "ip4:2001:db8::1",
        "ip6:2001:db8::/129",
        "ip6:192.0.2.1",
        "all:shop.example",
        "all/8",
        "include",
        "include:",
        "exists",
        "moo",
        "a:com.",
        "a:shop.example:80",
        "a:%{z}.example",
        "a:%{d0}.example",
        "a:1.2.3.4",
        "redirect=",
        "redirect=a.b redirect=c.d",
        "exp=a.b exp=c.d",
        "=x",
        "x=%",
        "a/33",
        "mx//129",
        "\u00e9:x",
        "+-all"
      })
  void aSyntaxErrorAnywhereIsAPermanentErrorEvenBehindAMatch(String term) throws NotRecorded {
    assertThat(outcome(policy("v=spf1 +all " + term), "192.0.2.1")).isEqualTo(Outcome.PERMERROR);
  }

  @Test
  void twoRecordsAreAPermanentErrorAndOtherTextDoesNotCount() throws NotRecorded {
    assertThat(
            outcome(
                new RecordedZone().txt("shop.example", "v=spf1 -all", "v=spf1 +all"), "192.0.2.1"))
        .isEqualTo(Outcome.PERMERROR);
    assertThat(
            outcome(
                new RecordedZone().txt("shop.example", "site=\u00e9", "v=spf1 +all"), "192.0.2.1"))
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void aRecordedFailureOfTheDnsIsATemporaryErrorAndAMissingDomainIsNone() throws NotRecorded {
    for (DnsStatus status : new DnsStatus[] {DnsStatus.TIMEOUT, DnsStatus.SERVFAIL}) {
      assertThat(
              outcome(new RecordedZone().status("shop.example", DnsType.TXT, status), "192.0.2.1"))
          .isEqualTo(Outcome.TEMPERROR);
    }
    assertThat(outcome(new RecordedZone().nothingAt("shop.example"), "192.0.2.1"))
        .isEqualTo(Outcome.NONE);
  }

  @Test
  void aLookupThatWasNotRecordedIsNamed() {
    assertThatThrownBy(() -> check(new RecordedZone(), "192.0.2.1"))
        .isInstanceOfSatisfying(
            NotRecorded.class,
            missing ->
                assertThat(missing.lookup()).isEqualTo(new DnsLookup("shop.example", DnsType.TXT)));
    assertThatThrownBy(() -> check(policy("v=spf1 mx -all"), "192.0.2.1"))
        .hasMessage("no record of that date: shop.example MX");
  }

  @Test
  void aLookupBehindTheMatchNeedsNoRecord() throws NotRecorded {
    assertThat(outcome(policy("v=spf1 ip4:192.0.2.1 mx -all"), "192.0.2.1"))
        .isEqualTo(Outcome.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 +all, PASS",
    "v=spf1 -all, FAIL",
    "v=spf1 ~all, FAIL",
    "v=spf1 ?all, FAIL",
    "v=spf1 moo, PERMERROR",
    "no policy, PERMERROR"
  })
  void anIncludedPolicyMatchesOnlyIfItPasses(String included, Outcome expected) throws NotRecorded {
    RecordedZone zone = policy("v=spf1 include:esp.example -all").txt("esp.example", included);
    assertThat(outcome(zone, "192.0.2.1")).isEqualTo(expected);
  }

  @Test
  void aRedirectCountsOnlyWhereNothingMatchesAndNoAllStands() throws NotRecorded {
    RecordedZone zone =
        policy("v=spf1 ip4:192.0.2.1 redirect=esp.example").txt("esp.example", "v=spf1 -all");
    assertThat(outcome(zone, "192.0.2.1")).isEqualTo(Outcome.PASS);
    assertThat(outcome(zone, "192.0.2.2")).isEqualTo(Outcome.FAIL);
    assertThat(outcome(policy("v=spf1 redirect=esp.example ?all"), "192.0.2.2"))
        .isEqualTo(Outcome.NEUTRAL);
    assertThat(
            outcome(policy("v=spf1 redirect=gone.example").nothingAt("gone.example"), "192.0.2.2"))
        .isEqualTo(Outcome.PERMERROR);
  }

  @Test
  void tenTermsMayAskTheDnsAndElevenMayNot() throws NotRecorded {
    RecordedZone ten =
        policy("v=spf1" + " a".repeat(10) + " +all").data("shop.example", DnsType.A, "192.0.2.9");
    RecordedZone eleven =
        policy("v=spf1" + " a".repeat(11) + " +all").data("shop.example", DnsType.A, "192.0.2.9");
    assertThat(outcome(ten, "192.0.2.1")).isEqualTo(Outcome.PASS);
    assertThat(outcome(eleven, "192.0.2.1")).isEqualTo(Outcome.PERMERROR);
  }

  @Test
  void twoLookupsMayFindNothingAndThreeMayNot() throws NotRecorded {
    String two = "v=spf1 a:x.gone.example exists:y.gone.example";
    RecordedZone zone = new RecordedZone();
    for (String name : new String[] {"x", "y", "z"}) {
      zone.nothingAt(name + ".gone.example");
    }
    assertThat(outcome(zone.txt("shop.example", two + " +all"), "192.0.2.1"))
        .isEqualTo(Outcome.PASS);
    RecordedZone three = policy(two + " mx:z.gone.example +all");
    for (String name : new String[] {"x", "y", "z"}) {
      three.nothingAt(name + ".gone.example");
    }
    assertThat(outcome(three, "192.0.2.1")).isEqualTo(Outcome.PERMERROR);
  }

  @Test
  void tenExchangersMayBeNamedAndElevenMayNot() throws NotRecorded {
    String[] exchangers = new String[11];
    for (int i = 0; i < 11; i++) {
      exchangers[i] = i + " mx.shop.example";
    }
    String[] ten = java.util.Arrays.copyOf(exchangers, 10);
    assertThat(
            outcome(
                policy("v=spf1 mx -all")
                    .data("shop.example", DnsType.MX, ten)
                    .data("mx.shop.example", DnsType.A, "192.0.2.1"),
                "192.0.2.1"))
        .isEqualTo(Outcome.PASS);
    assertThat(
            outcome(
                policy("v=spf1 mx -all").data("shop.example", DnsType.MX, exchangers), "192.0.2.1"))
        .isEqualTo(Outcome.PERMERROR);
  }

  @Test
  void theHostOfAnExchangerIsComparedInTheFamilyOfTheClient() throws NotRecorded {
    RecordedZone zone =
        policy("v=spf1 mx/24//64 -all")
            .data("shop.example", DnsType.MX, "10 mx.shop.example.")
            .data("mx.shop.example", DnsType.A, "192.0.2.200")
            .data("mx.shop.example", DnsType.AAAA, "2001:db8::1");
    assertThat(outcome(zone, "192.0.2.1")).isEqualTo(Outcome.PASS);
    assertThat(outcome(zone, "192.0.3.1")).isEqualTo(Outcome.FAIL);
    assertThat(outcome(zone, "2001:db8::ffff")).isEqualTo(Outcome.PASS);
    assertThat(outcome(zone, "2001:db8:0:1::1")).isEqualTo(Outcome.FAIL);
  }

  @Test
  void aReverseNameCountsOnlyIfItLeadsBackToTheAddress() throws NotRecorded {
    RecordedZone zone =
        policy("v=spf1 ptr -all")
            .data("1.2.0.192.in-addr.arpa", DnsType.PTR, "mta.shop.example.")
            .data("2.2.0.192.in-addr.arpa", DnsType.PTR, "mta.shop.example.")
            .data("3.2.0.192.in-addr.arpa", DnsType.PTR, "mta.workshop.example.")
            .data("mta.workshop.example", DnsType.A, "192.0.2.3")
            .data("mta.shop.example", DnsType.A, "192.0.2.1");
    assertThat(outcome(zone, "192.0.2.1")).isEqualTo(Outcome.PASS);
    assertThat(outcome(zone, "192.0.2.2")).isEqualTo(Outcome.FAIL);
    assertThat(outcome(zone, "192.0.2.3")).isEqualTo(Outcome.FAIL);
  }

  @Test
  void macrosNameTheClientTheSenderAndTheDomain() throws NotRecorded {
    RecordedZone zone =
        policy("v=spf1 exists:%{ir}.%{l}.%{o2r}.%{v}.%{h1}.check.example -all")
            .data(
                "1.2.0.192.list.example.shop.in-addr.example.check.example",
                DnsType.A,
                "127.0.0.2");
    assertThat(outcome(zone, "192.0.2.1")).isEqualTo(Outcome.PASS);
  }

  @Test
  void aFailureIsExplainedInTheWordsOfTheDomainIfTheyWereRecorded() throws NotRecorded {
    String record = "v=spf1 -all exp=why.shop.example";
    assertThat(
            check(
                    policy(record).txt("why.shop.example", "%{c} is not ours,%_see %{S}, %{t}"),
                    "192.0.2.1")
                .explanation())
        .isEqualTo(
            "192.0.2.1 is not ours, see list%40shop.example, " + RecordedZone.DAY.getEpochSecond());
    assertThat(check(policy(record), "192.0.2.1"))
        .isEqualTo(
            new SpfCheck.Verdict(Outcome.FAIL, "shop.example: 192.0.2.1 matches '-all'", null));
    assertThat(
            check(policy(record).txt("why.shop.example", "one", "two"), "192.0.2.1").explanation())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "a..example", "[192.0.2.1]", "shop.123", ""})
  void whatIsNoDomainOfSeveralLabelsHasNoPolicy(String domain) throws NotRecorded {
    SpfCheck check =
        new SpfCheck(
            new DnsQueries(new RecordedZone().dns()),
            IpAddress.parse("192.0.2.1").orElseThrow(),
            "helo.example",
            "x@" + domain,
            0);
    assertThat(check.evaluate().outcome()).isEqualTo(Outcome.NONE);
  }

  @Test
  void theNullSenderStandsForThePostmasterOfTheHeloName() throws NotRecorded {
    RecordedZone zone =
        new RecordedZone()
            .txt("mta.shop.example", "v=spf1 exists:%{l}.check.example -all")
            .data("postmaster.check.example", DnsType.A, "127.0.0.2");
    SpfCheck check =
        new SpfCheck(
            new DnsQueries(zone.dns()),
            IpAddress.parse("192.0.2.1").orElseThrow(),
            "mta.shop.example",
            "",
            0);
    assertThat(check.domain()).isEqualTo("mta.shop.example");
    assertThat(check.evaluate().outcome()).isEqualTo(Outcome.PASS);
  }
}
