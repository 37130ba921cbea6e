package org.proffer.law.canspam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proffer.law.Verdict.MET;
import static org.proffer.law.Verdict.NOT_APPLICABLE;
import static org.proffer.law.Verdict.UNDETERMINED;
import static org.proffer.law.Verdict.VIOLATED;
import static org.proffer.law.canspam.Shown.advertisement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.law.Finding;
import org.proffer.law.canspam.recorded.Assistance;
import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.Consent;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.Knowledge;
import org.proffer.law.canspam.recorded.OptOutRequest;
import org.proffer.law.canspam.recorded.Participant;
import org.proffer.law.canspam.recorded.Participant.Role;
import org.proffer.law.canspam.recorded.Recipient;
import org.proffer.law.canspam.recorded.Transfer;
import org.proffer.law.canspam.recorded.Transmission;

/** Mail and transfers after an objection, 15 U.S.C. 7704(a)(4). */
class AfterObjectionRulesTest {
  private static final String RITA = "rita@home.example";
  private static final Fact ACME =
      new Participant("Acme", Set.of(Role.ORIGINATED, Role.ADVERTISED), "the order");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

  private static Fact request(String at, String... kinds) {
    return new OptOutRequest(RITA, Set.of("Acme"), Instant.parse(at), Set.of(kinds), "the log");
  }

  private static Shown late(Fact... more) {
    return sent("2026-03-18T12:00:00Z", NEW_YORK, NEW_YORK)
        .recorded(request("2026-03-02T15:00:00Z"))
        .recorded(more);
  }

  private static Shown sent(String at, @Nullable ZoneId sender, @Nullable ZoneId recipient) {
    return advertisement()
        .recorded(
            ACME,
            new Transmission(Instant.parse(at), sender, "the outbound log"),
            new Recipient(RITA, recipient, "the delivery log"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-17T03:59:59Z, MET", // 16 March, 23:59:59 in New York: the tenth business day
    "2026-03-17T04:00:00Z, VIOLATED", // midnight, the day after
  })
  void theTenthBusinessDayEndsAtMidnight(String at, String verdict) {
    assertThat(
            sent(at, NEW_YORK, NEW_YORK)
                .recorded(request("2026-03-02T15:00:00Z"))
                .verdict("SUP-01")
                .name())
        .isEqualTo(verdict);
  }

  @Test
  void lateForTheSenderAloneIsForAPersonToDecide() {
    // 17 March 01:00 in New York is 16 March 22:00 in Los Angeles.
    Finding finding =
        sent("2026-03-17T05:00:00Z", NEW_YORK, LOS_ANGELES)
            .recorded(request("2026-03-02T20:00:00Z"))
            .finding("SUP-01");

    assertThat(finding.verdict()).isEqualTo(UNDETERMINED);
    assertThat(finding.reason()).contains("A reading not confirmed in a source");
    assertThat(finding.missing())
        .containsExactly("a decision whether the sender's or the recipient's day counts");
    assertThat(
            sent("2026-03-17T07:00:00Z", NEW_YORK, LOS_ANGELES)
                .recorded(request("2026-03-02T20:00:00Z"))
                .verdict("SUP-01"))
        .isEqualTo(VIOLATED);
  }

  @Test
  void withoutZonesOnlyWhatIsLateOrInTimeEverywhereIsDecided() {
    Fact request = request("2026-03-02T20:00:00Z");

    assertThat(sent("2026-03-17T05:00:00Z", null, null).recorded(request).finding("SUP-01"))
        .satisfies(
            finding ->
                assertThat(finding.missing())
                    .containsExactly(
                        "the time zone of the sender", "the time zone of the recipient"));
    assertThat(sent("2026-03-10T05:00:00Z", null, null).recorded(request).verdict("SUP-01"))
        .isEqualTo(MET);
    assertThat(sent("2026-03-19T05:00:00Z", null, null).recorded(request).verdict("SUP-01"))
        .isEqualTo(VIOLATED);
    assertThat(
            sent("2026-03-17T05:00:00Z", NEW_YORK, null)
                .recorded(request)
                .finding("SUP-01")
                .missing())
        .containsExactly("the time zone of the recipient");
  }

  @Test
  void juneteenthCountsOnlyFrom2021On() {
    // Request on Friday 12 June 2020: day 10 is Friday the 26th, with the 19th counted.
    assertThat(
            sent("2020-06-26T15:00:00Z", NEW_YORK, NEW_YORK)
                .on("2020-06-26")
                .recorded(request("2020-06-12T15:00:00Z"))
                .verdict("SUP-01"))
        .isEqualTo(MET);
    assertThat(
            sent("2020-06-29T15:00:00Z", NEW_YORK, NEW_YORK)
                .on("2020-06-29")
                .recorded(request("2020-06-12T15:00:00Z"))
                .verdict("SUP-01"))
        .isEqualTo(VIOLATED);
    // Request on Friday 11 June 2021: the 18th is a holiday, day 10 is Monday the 28th.
    assertThat(
            sent("2021-06-28T15:00:00Z", NEW_YORK, NEW_YORK)
                .on("2021-06-28")
                .recorded(request("2021-06-11T15:00:00Z"))
                .verdict("SUP-01"))
        .isEqualTo(MET);
  }

  @Test
  void whatIsNotRecordedIsAskedFor() {
    assertThat(advertisement().finding("SUP-01").missing())
        .containsExactly(
            "the recipient's objections, with the time of their receipt and their scope");
    assertThat(
            advertisement().recorded(request("2026-03-02T15:00:00Z")).finding("SUP-01").missing())
        .containsExactly("the address this copy was sent to");
    assertThat(
            advertisement()
                .undated()
                .recorded(new Recipient(RITA, null, "the log"), request("2026-03-02T15:00:00Z"))
                .finding("SUP-01")
                .missing())
        .containsExactly("when the message was sent");
    assertThat(
            advertisement()
                .sent("2026-03-19T12:00:00Z")
                .recorded(new Recipient(RITA, NEW_YORK, "the log"), request("2026-03-02T15:00:00Z"))
                .finding("SUP-01")
                .missing())
        .containsExactly("who the sender of the message is");
    assertThat(
            advertisement()
                .recorded(new Complete(Complete.Records.OPT_OUT_REQUESTS, "the log"))
                .verdict("SUP-01"))
        .isEqualTo(MET);
  }

  @Test
  void aRequestFromAnotherAddressOrAfterTheMessageDoesNotCount() {
    Fact other =
        new OptOutRequest(
            "tom@home.example",
            Set.of("Acme"),
            Instant.parse("2026-02-02T15:00:00Z"),
            Set.of(),
            "the log");
    Fact later = request("2026-03-18T12:00:00Z");
    Fact complete = new Complete(Complete.Records.OPT_OUT_REQUESTS, "the log");
    Shown message = sent("2026-03-18T12:00:00Z", NEW_YORK, NEW_YORK).recorded(other, later);

    assertThat(message.verdict("SUP-01")).isEqualTo(UNDETERMINED);
    assertThat(message.recorded(complete).verdict("SUP-01")).isEqualTo(MET);
  }

  @Test
  void theAddressIsComparedWithoutRegardToCase() {
    Fact shouted =
        new OptOutRequest(
            "RITA@Home.Example",
            Set.of("Acme"),
            Instant.parse("2026-02-02T15:00:00Z"),
            Set.of(),
            "the log");

    assertThat(sent("2026-03-18T12:00:00Z", NEW_YORK, NEW_YORK).recorded(shouted).verdict("SUP-01"))
        .isEqualTo(VIOLATED);
  }

  private static Fact consent(String at, boolean express, String to, boolean passedOn) {
    return new Consent(
        RITA, to, Instant.parse(at), express, passedOn, null, "words", "page", "the database");
  }

  @Test
  void onlyAnExpressConsentBetweenRequestAndMessageLiftsTheProhibition() {
    assertThat(late(consent("2026-03-03T00:00:00Z", true, "Acme", false)).verdict("SUP-01"))
        .isEqualTo(MET);
    assertThat(late(consent("2026-03-03T00:00:00Z", true, "Acme", false)).verdict("SUP-05"))
        .isEqualTo(MET);
    assertThat(late(consent("2026-03-01T00:00:00Z", true, "Acme", false)).verdict("SUP-01"))
        .as("before the request")
        .isEqualTo(VIOLATED);
    assertThat(late(consent("2026-03-18T12:00:00Z", true, "Acme", false)).verdict("SUP-01"))
        .as("not before the message")
        .isEqualTo(VIOLATED);
    assertThat(late(consent("2026-03-03T00:00:00Z", false, "Acme", false)).verdict("SUP-01"))
        .as("not express")
        .isEqualTo(VIOLATED);
    assertThat(late(consent("2026-03-03T00:00:00Z", true, "BankCo", false)).verdict("SUP-01"))
        .as("to somebody else")
        .isEqualTo(VIOLATED);
    assertThat(late(consent("2026-03-03T00:00:00Z", true, "BankCo", true)).verdict("SUP-01"))
        .as("to somebody else, with notice that the address goes to others")
        .isEqualTo(MET);
  }

  @Test
  void theDefenceIsOpenWhileConsentsAreNotRecorded() {
    assertThat(late().verdict("SUP-05")).isEqualTo(UNDETERMINED);
    assertThat(late(new Complete(Complete.Records.CONSENTS, "the database")).verdict("SUP-05"))
        .isEqualTo(NOT_APPLICABLE);
    assertThat(advertisement().verdict("SUP-05")).isEqualTo(UNDETERMINED);
    assertThat(
            sent("2026-03-03T12:00:00Z", NEW_YORK, NEW_YORK)
                .recorded(request("2026-03-02T15:00:00Z"))
                .verdict("SUP-05"))
        .isEqualTo(NOT_APPLICABLE);
  }

  private static final Fact AFFILIATE =
      new Participant("Affiliate", Set.of(Role.TRANSMITTED), "the contract");

  private static Fact knows(String who, Knowledge.Level level) {
    return new Knowledge(Knowledge.Subject.WITHIN_OBJECTION, level, who, "the list");
  }

  @Test
  void oneWhoActsForTheSenderAnswersForWhatItKnew() {
    assertThat(late(AFFILIATE, knows("Affiliate", Knowledge.Level.ACTUAL)).verdict("SUP-02"))
        .isEqualTo(VIOLATED);
    assertThat(late(AFFILIATE, knows("Affiliate", Knowledge.Level.IMPLIED)).verdict("SUP-02"))
        .isEqualTo(VIOLATED);
    assertThat(late(AFFILIATE, knows("Affiliate", Knowledge.Level.NONE)).verdict("SUP-02"))
        .isEqualTo(MET);
    assertThat(late(AFFILIATE, knows("Somebody", Knowledge.Level.ACTUAL)).verdict("SUP-02"))
        .isEqualTo(UNDETERMINED);
    assertThat(late(AFFILIATE).verdict("SUP-02")).isEqualTo(UNDETERMINED);
    assertThat(late().verdict("SUP-02")).isEqualTo(NOT_APPLICABLE);
    assertThat(advertisement().verdict("SUP-02")).isEqualTo(UNDETERMINED);
    assertThat(
            sent("2026-03-03T12:00:00Z", NEW_YORK, NEW_YORK)
                .recorded(request("2026-03-02T15:00:00Z"), AFFILIATE)
                .verdict("SUP-02"))
        .isEqualTo(MET);
  }

  @Test
  void oneWhoHelpsWithAddressesAnswersForWhatItKnew() {
    assertThat(late(new Assistance("Broker", true, "the deposition")).verdict("SUP-03"))
        .isEqualTo(VIOLATED);
    assertThat(late(new Assistance("Broker", false, "the deposition")).verdict("SUP-03"))
        .isEqualTo(MET);
    assertThat(late().verdict("SUP-03")).isEqualTo(UNDETERMINED);
    assertThat(late(new Complete(Complete.Records.ASSISTANCE, "the audit")).verdict("SUP-03"))
        .isEqualTo(MET);
    assertThat(advertisement().verdict("SUP-03")).isEqualTo(UNDETERMINED);
    assertThat(
            advertisement()
                .recorded(new Assistance("Broker", true, "the deposition"))
                .verdict("SUP-03"))
        .as("whether the message is late is still open")
        .isEqualTo(UNDETERMINED);
  }

  private static Fact transfer(String at, boolean knew, boolean compliance) {
    return new Transfer(
        RITA, "Acme", "Broker", Instant.parse(at), knew, compliance, "the contract");
  }

  private static Finding records(Fact... facts) {
    return CanSpamRules.evaluateRecords(RecordedFacts.of(facts), LocalDate.of(2026, 3, 16)).get(0);
  }

  @Test
  void aTransferAfterTheRequestBreaksAndOneBeforeDoesNot() {
    Fact request = request("2026-03-02T15:00:00Z");
    Fact complete = new Complete(Complete.Records.TRANSFERS, "the custodian");

    assertThat(records(request, transfer("2026-03-02T15:00:01Z", true, false)).verdict())
        .isEqualTo(VIOLATED);
    assertThat(records(request, transfer("2026-03-02T15:00:00Z", true, false), complete).verdict())
        .isEqualTo(MET);
    assertThat(records(request, transfer("2026-03-04T15:00:00Z", true, true)).verdict())
        .isEqualTo(MET);
    assertThat(records(request, transfer("2026-03-04T15:00:00Z", false, false)).verdict())
        .as("somebody who is not the sender and knew of no request")
        .isEqualTo(UNDETERMINED);
  }

  @Test
  void withoutRecordsOfTransfersItStaysOpen() {
    assertThat(records().missing()).hasSize(2);
    assertThat(records(request("2026-03-02T15:00:00Z")).missing())
        .containsExactly("to whom the address was given, when, and for what purpose");
    assertThat(records(new Complete(Complete.Records.OPT_OUT_REQUESTS, "the log")).verdict())
        .isEqualTo(MET);
    assertThat(records(new Complete(Complete.Records.TRANSFERS, "the log")).verdict())
        .isEqualTo(MET);
    assertThat(
            CanSpamRules.evaluateRecords(
                    RecordedFacts.of(
                        request("2003-11-02T15:00:00Z"),
                        transfer("2003-12-01T15:00:00Z", true, false)),
                    LocalDate.of(2003, 12, 31))
                .get(0)
                .verdict())
        .isEqualTo(NOT_APPLICABLE);
  }

  @Test
  void aTransferIsJudgedWhateverTheMessage() {
    Shown order =
        advertisement()
            .purpose(PrimaryPurpose.Value.TRANSACTIONAL, "CLS-04")
            .recorded(
                request("2026-03-02T15:00:00Z"), transfer("2026-03-04T15:00:00Z", true, false));

    assertThat(order.verdict("SUP-04")).isEqualTo(VIOLATED);
    assertThat(order.verdict("SUP-01")).isEqualTo(NOT_APPLICABLE);
    assertThat(
            order
                .recorded(new Recipient("tom@home.example", null, "the delivery log"))
                .verdict("SUP-04"))
        .as("this copy went to another address")
        .isEqualTo(UNDETERMINED);
  }

  @Test
  void everyFactOfARecordNamesItsSource() {
    assertThat(late().finding("SUP-01").reason()).contains("the log");
    assertThat(
            List.of(
                records(
                        request("2026-03-02T15:00:00Z"),
                        transfer("2026-03-04T15:00:00Z", true, false))
                    .reason()))
        .allSatisfy(reason -> assertThat(reason).contains("the contract"));
  }
}
