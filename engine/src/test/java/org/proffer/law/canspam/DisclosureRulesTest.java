package org.proffer.law.canspam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proffer.law.Verdict.MET;
import static org.proffer.law.Verdict.NOT_APPLICABLE;
import static org.proffer.law.Verdict.UNDETERMINED;
import static org.proffer.law.Verdict.VIOLATED;
import static org.proffer.law.canspam.Shown.ABSENT;
import static org.proffer.law.canspam.Shown.NOT_JUDGED;
import static org.proffer.law.canspam.Shown.PRESENT;
import static org.proffer.law.canspam.Shown.advertisement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.Consent;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.FromLine;
import org.proffer.law.canspam.recorded.HeaderTruth;
import org.proffer.law.canspam.recorded.Judgement;
import org.proffer.law.canspam.recorded.OptOutRequest;
import org.proffer.law.canspam.recorded.Participant;
import org.proffer.law.canspam.recorded.Participant.Role;
import org.proffer.law.canspam.recorded.PostalAddressRecord;
import org.proffer.law.canspam.recorded.PostalAddressRecord.Kind;
import org.proffer.law.canspam.recorded.Recipient;

/** Identifier, notice, postal address, consent, and whose they have to be. */
class DisclosureRulesTest {
  private static final String STREET = "500 Main Street, Springfield, IL 62701";
  private static final Fact ACME = sender("Acme");
  private static final Fact RITA = new Recipient("rita@home.example", null, "the delivery log");
  private static final Fact NO_CONSENT = new Complete(Complete.Records.CONSENTS, "the database");

  private static Fact sender(String name) {
    return new Participant(name, Set.of(Role.PROCURED, Role.ADVERTISED), "the contract");
  }

  private static Fact judged(Judgement.Question question, boolean yes) {
    return new Judgement(question, yes, "R. Ames", "the review");
  }

  private static Fact consent(
      String at, boolean express, String to, boolean passedOn, @Nullable String withdrawn) {
    return new Consent(
        "rita@home.example",
        to,
        Instant.parse(at),
        express,
        passedOn,
        withdrawn == null ? null : Instant.parse(withdrawn),
        "words",
        "page",
        "the database");
  }

  @Test
  void theIdentifierIsMetByWordsOrByAPersonsJudgement() {
    assertThat(advertisement().label(PRESENT).verdict("DIS-01")).isEqualTo(MET);
    assertThat(
            advertisement()
                .recorded(judged(Judgement.Question.ADVERTISEMENT_OBVIOUS, true))
                .verdict("DIS-01"))
        .isEqualTo(MET);
    assertThat(
            advertisement()
                .recorded(NO_CONSENT, judged(Judgement.Question.ADVERTISEMENT_OBVIOUS, false))
                .verdict("DIS-01"))
        .isEqualTo(VIOLATED);
  }

  @Test
  void theIdentifierAsksOnlyForWhatIsStillMissing() {
    assertThat(advertisement().recorded(NO_CONSENT).finding("DIS-01").missing())
        .containsExactly("a reviewer's view on whether the message is obviously an advertisement");
    assertThat(
            advertisement()
                .recorded(judged(Judgement.Question.ADVERTISEMENT_OBVIOUS, false))
                .finding("DIS-01")
                .missing())
        .containsExactly("affirmative consent of the recipient given before sending");
    assertThat(advertisement().label(NOT_JUDGED).finding("DIS-01").reason())
        .contains("it is an image");
  }

  private static Shown consenting(Fact... consents) {
    return advertisement().recorded(ACME, RITA).recorded(consents);
  }

  @Test
  void onlyAStandingExpressConsentToTheSenderExcuses() {
    String before = "2025-11-02T12:00:00Z";

    assertThat(consenting(consent(before, true, "Acme", false, null)).verdict("DIS-01"))
        .isEqualTo(NOT_APPLICABLE);
    assertThat(consenting(consent(before, true, "Acme", false, null)).verdict("DIS-04"))
        .isEqualTo(MET);
    assertThat(consenting(consent(before, false, "Acme", false, null)).verdict("DIS-04"))
        .as("not express")
        .isEqualTo(UNDETERMINED);
    assertThat(consenting(consent(before, true, "BankCo", false, null)).verdict("DIS-04"))
        .as("to somebody else")
        .isEqualTo(UNDETERMINED);
    assertThat(consenting(consent(before, true, "BankCo", true, null)).verdict("DIS-04"))
        .as("with notice that the address goes to others")
        .isEqualTo(MET);
    assertThat(
            consenting(consent("2026-03-16T21:00:00Z", true, "Acme", false, null))
                .verdict("DIS-04"))
        .as("at the moment of sending, which is not before it")
        .isEqualTo(UNDETERMINED);
    assertThat(
            consenting(consent("2026-03-16T20:59:59Z", true, "Acme", false, null))
                .verdict("DIS-04"))
        .isEqualTo(MET);
  }

  @Test
  void aWithdrawnConsentExcusesNothingFromThatMomentOn() {
    String before = "2025-11-02T12:00:00Z";

    assertThat(
            consenting(NO_CONSENT, consent(before, true, "Acme", false, "2026-03-16T21:00:00Z"))
                .verdict("DIS-04"))
        .isEqualTo(NOT_APPLICABLE);
    assertThat(
            consenting(NO_CONSENT, consent(before, true, "Acme", false, "2026-03-16T21:00:01Z"))
                .verdict("DIS-04"))
        .isEqualTo(MET);
  }

  @Test
  void anObjectionToAllMailEndsTheConsentBeforeIt() {
    Fact consent = consent("2025-11-02T12:00:00Z", true, "Acme", false, null);
    Fact all = request(Set.of());
    Fact some = request(Set.of("Newsletter"));

    assertThat(consenting(consent, all).finding("DIS-04"))
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(UNDETERMINED);
              assertThat(finding.reason()).contains("an objection to all mail ends the consent");
            });
    assertThat(consenting(consent, some).verdict("DIS-04")).isEqualTo(MET);
  }

  private static Fact request(Set<String> kinds) {
    return new OptOutRequest(
        "rita@home.example",
        Set.of("Acme"),
        Instant.parse("2026-03-10T12:00:00Z"),
        kinds,
        "the log");
  }

  @Test
  void aConsentNeedsTheRecipientTheHourAndTheSender() {
    Fact consent = consent("2025-11-02T12:00:00Z", true, "Acme", false, null);

    assertThat(advertisement().recorded(ACME, consent).finding("DIS-04").missing())
        .containsExactly("the address this copy was sent to");
    assertThat(advertisement().undated().recorded(ACME, RITA, consent).finding("DIS-04").missing())
        .containsExactly("when the message was sent");
    assertThat(advertisement().recorded(RITA, consent).finding("DIS-04").missing())
        .containsExactly("who the sender of the message is");
    assertThat(
            advertisement()
                .recorded(
                    NO_CONSENT, ACME, new Recipient("tom@home.example", null, "the log"), consent)
                .verdict("DIS-04"))
        .isEqualTo(NOT_APPLICABLE);
  }

  @Test
  void consentIsNoDefenceForTheNotice() {
    Shown message =
        consenting(consent("2025-11-02T12:00:00Z", true, "Acme", false, null)).notice(ABSENT);

    assertThat(message.verdict("DIS-02")).isEqualTo(VIOLATED);
    assertThat(advertisement().verdict("DIS-02")).isEqualTo(MET);
    assertThat(advertisement().notice(NOT_JUDGED).verdict("DIS-02")).isEqualTo(UNDETERMINED);
    assertThat(
            advertisement()
                .recorded(judged(Judgement.Question.NOTICE_SHOWN, false))
                .verdict("DIS-02"))
        .isEqualTo(VIOLATED);
    assertThat(
            advertisement()
                .recorded(judged(Judgement.Question.NOTICE_SHOWN, true))
                .verdict("DIS-02"))
        .isEqualTo(MET);
  }

  private static Fact address(String text, Kind kind, String of, boolean valid) {
    return new PostalAddressRecord(text, kind, of, valid, "the lease");
  }

  private static Shown showing(String text, Fact... facts) {
    return advertisement().addressText(text).recorded(facts);
  }

  @Test
  void anAddressIsValidRegisteredAndTheSendersOwn() {
    assertThat(showing(STREET, ACME, address(STREET, Kind.STREET, "Acme", true)).verdict("DIS-03"))
        .isEqualTo(MET);
    assertThat(showing(STREET, ACME, address(STREET, Kind.STREET, "Acme", false)).verdict("DIS-03"))
        .isEqualTo(VIOLATED);
    assertThat(
            showing(STREET, ACME, address(STREET, Kind.STREET, "Mailer", true)).verdict("DIS-03"))
        .isEqualTo(VIOLATED);
    assertThat(
            showing(STREET, address(STREET, Kind.STREET, "Acme", true)).finding("DIS-03").missing())
        .containsExactly("who the sender of the message is");
    assertThat(showing(STREET, ACME).finding("DIS-03").missing()).hasSize(2);
    assertThat(advertisement().address(NOT_JUDGED).verdict("DIS-03")).isEqualTo(UNDETERMINED);
    assertThat(advertisement().address(ABSENT).verdict("DIS-03")).isEqualTo(VIOLATED);
  }

  @Test
  void aRecordCountsOnlyForTheAddressThatIsShown() {
    Fact elsewhere = address("9 Elm Street, Springfield, IL 62701", Kind.STREET, "Acme", true);

    assertThat(showing(STREET, ACME, elsewhere).verdict("DIS-03"))
        .as("the same postal code is not the same address")
        .isEqualTo(UNDETERMINED);
    assertThat(
            showing(
                    "500 MAIN STREET  Springfield IL 62701",
                    ACME,
                    address(STREET, Kind.STREET, "Acme", true))
                .verdict("DIS-03"))
        .as("layout and case do not matter")
        .isEqualTo(MET);
    assertThat(
            showing(
                    "PO Box 12, Springfield, IL 62701",
                    ACME,
                    address("500 Main Street, PO Box 14", Kind.PO_BOX, "Acme", true))
                .verdict("DIS-03"))
        .as("another box")
        .isEqualTo(UNDETERMINED);
  }

  @Test
  void beforeJuly2008TheLawDoesNotSayWhetherABoxWillDo() {
    Fact box = address("PO Box 12", Kind.PO_BOX, "Acme", true);

    assertThat(showing("PO Box 12", ACME, box).on("2008-07-06").verdict("DIS-03"))
        .isEqualTo(UNDETERMINED);
    assertThat(showing("PO Box 12", ACME, box).on("2008-07-07").verdict("DIS-03")).isEqualTo(MET);
    assertThat(
            showing(STREET, ACME, address(STREET, Kind.STREET, "Acme", true))
                .on("2008-07-06")
                .verdict("DIS-03"))
        .isEqualTo(MET);
  }

  @Test
  void anAddressAbroadIsAcceptedByAReadingThatIsNotConfirmed() {
    assertThat(
            showing(
                    "12 Rue du Bac, Paris",
                    ACME,
                    address("12 Rue du Bac, Paris", Kind.FOREIGN_STREET, "Acme", true))
                .finding("DIS-03"))
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(MET);
              assertThat(finding.reason()).contains("A reading not confirmed in a source");
            });
    assertThat(showing(STREET, ACME, address(STREET, Kind.STREET, "Acme", true)).finding("DIS-03"))
        .satisfies(finding -> assertThat(finding.reason()).doesNotContain("reading"));
  }

  private static Shown joint(String day, Fact... facts) {
    return showing(
            STREET,
            sender("BankCo"),
            sender("AirCo"),
            address(STREET, Kind.STREET, "BankCo", true),
            new HeaderTruth(false, Set.of(), "the log"),
            judged(Judgement.Question.SUBJECT_MISLEADS, false))
        .label(PRESENT)
        .on(day)
        .recorded(facts);
  }

  private static final Fact FROM_BANKCO = new FromLine(Set.of("BankCo"), "the review");

  @Test
  void oneOfSeveralAdvertisersIsDesignatedFromJuly2008On() {
    assertThat(joint("2008-07-07", FROM_BANKCO).verdict("R316-01")).isEqualTo(MET);
    assertThat(joint("2008-07-07", FROM_BANKCO).verdict("DIS-03")).isEqualTo(MET);
    assertThat(joint("2008-07-06", FROM_BANKCO).finding("R316-01").reason())
        .startsWith("Not in force");
    assertThat(joint("2008-07-06", FROM_BANKCO).verdict("DIS-03"))
        .as("each advertiser is a sender and AirCo's address is missing")
        .isEqualTo(VIOLATED);
  }

  @Test
  void theDesignationFailsWhereTheFromLineOrADutyFails() {
    assertThat(
            joint("2026-03-16", new FromLine(Set.of("BankCo", "AirCo"), "the review"))
                .finding("R316-01")
                .reason())
        .contains("does not identify one of them as the sole sender");
    assertThat(joint("2026-03-16", FROM_BANKCO).mechanism(ABSENT).finding("R316-01").reason())
        .contains("BankCo does not keep OPT-01");
    assertThat(joint("2026-03-16", FROM_BANKCO).mechanism(ABSENT).verdict("DIS-03"))
        .isEqualTo(VIOLATED);
  }

  @Test
  void theDesignationIsOpenWhileADutyOrTheFromLineIsOpen() {
    assertThat(joint("2026-03-16", FROM_BANKCO).label(ABSENT).finding("R316-01").missing())
        .containsExactly("whether BankCo keeps DIS-01");
    assertThat(joint("2026-03-16").finding("R316-01").missing())
        .containsExactly("whom the From line identifies");
    assertThat(joint("2026-03-16").verdict("DIS-03"))
        .as("with BankCo designated it would be kept")
        .isEqualTo(UNDETERMINED);
  }

  @Test
  void oneAdvertiserNeedsNoDesignationAndNoneIsAskedFor() {
    assertThat(advertisement().recorded(ACME).verdict("R316-01")).isEqualTo(NOT_APPLICABLE);
    assertThat(advertisement().finding("R316-01").missing())
        .containsExactly("who initiated the message, and whose products it advertises");
    assertThat(
            advertisement()
                .recorded(new Participant("Acme", Set.of(Role.ADVERTISED), "the review"))
                .verdict("R316-01"))
        .as("who is advertised without initiating is no sender")
        .isEqualTo(UNDETERMINED);
  }

  @Test
  void bothAddressesOfTwoSendersAreEnough() {
    assertThat(
            joint("2026-03-16", new FromLine(Set.of(), "the review"))
                .addressText(STREET + "; 7 Wing Road, Dallas, TX 75201")
                .recorded(address("7 Wing Road, Dallas, TX 75201", Kind.STREET, "AirCo", true))
                .verdict("DIS-03"))
        .isEqualTo(MET);
    assertThat(List.of(joint("2026-03-16", new FromLine(Set.of(), "r")).verdict("DIS-03")))
        .containsExactly(VIOLATED);
  }
}
