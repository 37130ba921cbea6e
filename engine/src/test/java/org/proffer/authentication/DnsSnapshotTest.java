package org.proffer.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DnsSnapshotTest {
  private static final Instant FIRST = Instant.parse("2009-03-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2009-03-31T00:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final DnsLookup NAME = new DnsLookup("Example.COM.", DnsType.TXT);

  private static DnsAnswer text(String text, Instant first, Instant last) {
    return new DnsAnswer(NAME, DnsStatus.DATA, List.of(text), first, last, "passive DNS");
  }

  private static Optional<String> find(DnsSnapshot snapshot, Instant moment) {
    return snapshot.at(moment, WEEK).answer(NAME).map(answer -> answer.values().get(0));
  }

  private static DnsSnapshot read(String table) throws IOException {
    return DnsSnapshot.read(new StringReader(table));
  }

  @Test
  void anAnswerIsUsableUpToTheToleranceBeforeAndAfterItsPeriod() {
    DnsSnapshot snapshot = new DnsSnapshot(List.of(text("v", FIRST, LAST)));
    assertThat(find(snapshot, FIRST.minus(WEEK))).contains("v");
    assertThat(find(snapshot, FIRST.minus(WEEK).minusMillis(1))).isEmpty();
    assertThat(find(snapshot, LAST.plus(WEEK))).contains("v");
    assertThat(find(snapshot, LAST.plus(WEEK).plusMillis(1))).isEmpty();
  }

  @Test
  void ofSeveralRecordingsTheNearestIsTakenAndOfEquallyNearOnesTheEarlier() {
    DnsSnapshot snapshot =
        new DnsSnapshot(
            List.of(
                text("later", FIRST.plus(Duration.ofDays(4)), LAST),
                text("earlier", FIRST, FIRST)));
    assertThat(find(snapshot, FIRST.plus(Duration.ofDays(1)))).contains("earlier");
    assertThat(find(snapshot, FIRST.plus(Duration.ofDays(2)))).contains("earlier");
    assertThat(find(snapshot, FIRST.plus(Duration.ofDays(3)))).contains("later");
  }

  @Test
  void aLookupThatNobodyRecordedHasNoAnswerRatherThanAnEmptyOne() {
    assertThat(DnsSnapshot.empty().at(FIRST, WEEK).answer(NAME)).isEmpty();
  }

  @Test
  void aNameThatDoesNotExistExistsForNoType() {
    RecordedDns dns = new RecordedZone().nothingAt("gone.example").dns();
    assertThat(dns.answer(new DnsLookup("gone.example", DnsType.MX)))
        .map(DnsAnswer::status)
        .contains(DnsStatus.NXDOMAIN);
    assertThat(dns.answer(new DnsLookup("www.gone.example", DnsType.MX))).isEmpty();
  }

  @Test
  void aNameWithoutTextSaysNothingOfItsOtherTypes() {
    RecordedDns dns =
        new RecordedZone().status("quiet.example", DnsType.TXT, DnsStatus.NO_DATA).dns();
    assertThat(dns.answer(new DnsLookup("quiet.example", DnsType.A))).isEmpty();
  }

  @Test
  void aRecordedAliasIsFollowedAndACircleOfAliasesHasNoAnswer() {
    RecordedDns dns =
        new RecordedZone()
            .data("www.example", DnsType.CNAME, "host.example.")
            .data("host.example", DnsType.A, "192.0.2.1")
            .data("a.example", DnsType.CNAME, "b.example")
            .data("b.example", DnsType.CNAME, "a.example")
            .dns();
    assertThat(dns.answer(new DnsLookup("www.example", DnsType.A)))
        .map(DnsAnswer::values)
        .contains(List.of("192.0.2.1"));
    assertThat(dns.answer(new DnsLookup("a.example", DnsType.A))).isEmpty();
  }

  @Test
  void aTableGivesPeriodsSourcesAndRecordsInTheirPresentationForm() throws IOException {
    DnsSnapshot snapshot =
        read(
            """
            # first\tlast\tsource\tname\ttype\tstatus\trecord

            2009-03-01T00:00:00Z\t2009-03-31T00:00:00Z\tdig of J. Doe\texample.com.\ttxt\tdata\t"v=spf1 " "ip4:192.0.2.1 -all\\"\\195\\\\"
            2009-03-01T00:00:00Z\t\tdig of J. Doe\texample.com\tMX\tDATA\t10  mx1.example.com.
            2009-03-01T00:00:00Z\t\tdig of J. Doe\texample.com\tMX\tDATA\t20 mx2.example.com.
            2009-03-01T00:00:00Z\t\tdig of J. Doe\texample.com\tAAAA\tno-data
            """);
    RecordedDns dns = snapshot.at(FIRST, Duration.ZERO);
    DnsAnswer text = dns.answer(NAME).orElseThrow();
    assertThat(text.values()).containsExactly("v=spf1 ip4:192.0.2.1 -all\"\u00c3\\");
    assertThat(text.source()).isEqualTo("dig of J. Doe");
    assertThat(text.lastSeen()).isEqualTo(LAST);
    assertThat(dns.answer(new DnsLookup("example.com", DnsType.MX)).orElseThrow().values())
        .containsExactly("10 mx1.example.com.", "20 mx2.example.com.");
    assertThat(dns.answer(new DnsLookup("example.com", DnsType.AAAA)).orElseThrow().status())
        .isEqualTo(DnsStatus.NO_DATA);
  }

  @Test
  void aLineThatIsNoAnswerIsRefusedWithItsNumber() {
    String start = "# comment\n2009-03-01T00:00:00Z\t\tdig\texample.com\t";
    for (String rest :
        List.of(
            "A\tDATA\texample.net",
            "A\tDATA\t2001:db8::1",
            "AAAA\tDATA\t192.0.2.1",
            "MX\tDATA\tmx.example.com",
            "TXT\tDATA\t\"open",
            "TXT\tDATA",
            "TXT\tNXDOMAIN\t\"text\"",
            "SRV\tNXDOMAIN",
            "TXT\tPERHAPS",
            "TXT")) {
      assertThatThrownBy(() -> read(start + rest))
          .as(rest)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("line 2: ");
    }
    assertThatThrownBy(() -> read("yesterday\t\tdig\texample.com\tTXT\tNXDOMAIN"))
        .hasMessageStartingWith("line 1: ");
  }

  @Test
  void anAnswerWithoutSourceOrWithAPeriodThatRunsBackwardsIsRefused() {
    assertThatThrownBy(() -> text("v", LAST, FIRST)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DnsAnswer(NAME, DnsStatus.NXDOMAIN, List.of(), FIRST, LAST, " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DnsAnswer(NAME, DnsStatus.DATA, List.of(), FIRST, LAST, "dig"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
