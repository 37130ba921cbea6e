package org.proffer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proffer.law.Verdict.MET;
import static org.proffer.law.Verdict.NOT_APPLICABLE;
import static org.proffer.law.Verdict.UNDETERMINED;
import static org.proffer.law.Verdict.VIOLATED;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.law.canspam.recorded.Judgement;
import org.proffer.law.canspam.recorded.Knowledge;
import org.proffer.law.canspam.recorded.PostalAddressRecord;

/** Golden decisions on what stands in the message, from its bytes to the findings. */
class GoldenContentDecisionsTest {
  private static final String SENT = "2026-03-16T17:00:00";

  @Test
  @DisplayName("G01 an advertisement with the full set, provably sent and probed, keeps every duty")
  void g01TheFullSetKeepsEveryDuty() {
    Decided decided =
        Decided.of(Eml.fullSet(), Known.acmesOwnMail().and(Known.probes(SENT, 1, 30)));

    assertThat(decided.purpose().branch()).isEqualTo("CLS-01");
    assertThat(decided.verdict("CLS-01")).isEqualTo(MET);
    assertThat(
            List.of(
                "HDR-01", "SUB-01", "OPT-01", "OPT-02", "OPT-05", "DIS-01", "DIS-02", "DIS-03",
                "SUP-01"))
        .allSatisfy(id -> assertThat(decided.verdict(id)).as(id).isEqualTo(MET));
  }

  @Test
  @DisplayName("G02 five days of probes cannot prove thirty")
  void g02FiveDaysOfProbesCannotProveThirty() {
    Decided decided = Decided.of(Eml.fullSet(), Known.acmesOwnMail().and(Known.probes(SENT, 1, 5)));

    assertThat(decided.verdict("OPT-02")).isEqualTo(UNDETERMINED);
    assertThat(decided.finding("OPT-02").missing())
        .containsExactly("passing tests of the way to object on day 6-30");
    assertThat(decided.verdict("DIS-03")).isEqualTo(MET);
  }

  @Test
  @DisplayName("G03 the message alone shows presence and leaves truth, tests and records open")
  void g03TheMessageAloneLeavesTransmissionOpen() {
    Decided decided = Decided.of(Eml.fullSet());

    assertThat(List.of("HDR-01", "OPT-02", "OPT-05", "SUP-01", "DIS-03"))
        .allSatisfy(id -> assertThat(decided.verdict(id)).as(id).isEqualTo(UNDETERMINED));
    assertThat(List.of("OPT-01", "DIS-01", "DIS-02"))
        .allSatisfy(id -> assertThat(decided.verdict(id)).as(id).isEqualTo(MET));
  }

  @Test
  @DisplayName("G04 an advertisement without any postal address violates")
  void g04NoPostalAddressAnywhereViolates() {
    String eml = Eml.mail().body(Eml.OFFER, Eml.IDENTIFIER, Eml.OPT_OUT);

    assertThat(Decided.of(eml).verdict("DIS-03")).isEqualTo(VIOLATED);
  }

  @Test
  @DisplayName("G05 a link to a page with the address is not an address in the message")
  void g05ALinkToTheAddressIsNoAddress() {
    String eml =
        Eml.mail()
            .body(
                Eml.OFFER,
                Eml.IDENTIFIER,
                Eml.OPT_OUT,
                "Our address: http://acme.example/our-address\n");

    assertThat(Decided.of(eml).verdict("DIS-03")).isEqualTo(VIOLATED);
  }

  @Test
  @DisplayName("G06 an accurately registered private mailbox is a valid postal address")
  void g06ARegisteredPrivateMailboxIsValid() {
    String eml =
        Eml.mail()
            .body(
                Eml.OFFER,
                Eml.IDENTIFIER,
                Eml.OPT_OUT,
                "Acme Garden, PMB 214, 500 Main St, Springfield, IL 62701\n");

    assertThat(
            Decided.of(
                    eml,
                    Known.ACME,
                    new PostalAddressRecord(
                        "PMB 214, 500 Main St",
                        PostalAddressRecord.Kind.PRIVATE_MAILBOX,
                        "Acme",
                        true,
                        "PS Form 1583, confirmed by the agency"))
                .verdict("DIS-03"))
        .isEqualTo(MET);
  }

  @Test
  @DisplayName("G07 a post office box rented under a false name is no valid postal address")
  void g07ABoxUnderAFalseNameViolates() {
    String eml =
        Eml.mail()
            .body(
                Eml.OFFER,
                Eml.IDENTIFIER,
                Eml.OPT_OUT,
                "Acme Garden, PO Box 12, Springfield, IL 62701\n");

    assertThat(
            Decided.of(
                    eml,
                    Known.ACME,
                    new PostalAddressRecord(
                        "PO Box 12",
                        PostalAddressRecord.Kind.PO_BOX,
                        "Acme",
                        false,
                        "PS Form 1093 in an invented name"))
                .verdict("DIS-03"))
        .isEqualTo(VIOLATED);
  }

  @Test
  @DisplayName("G08 prior consent lifts the identifier and nothing else")
  void g08PriorConsentLiftsTheIdentifierAlone() {
    String eml = Eml.mail().body(Eml.OFFER, Eml.OPT_OUT, Eml.ADDRESS);
    Decided decided =
        Decided.of(eml, Known.acmesOwnMail().and(Known.consent("2025-11-02T12:00:00", true)));

    assertThat(decided.verdict("DIS-01")).isEqualTo(NOT_APPLICABLE);
    assertThat(List.of("DIS-02", "DIS-03", "OPT-01", "DIS-04"))
        .allSatisfy(id -> assertThat(decided.verdict(id)).as(id).isEqualTo(MET));
  }

  @Test
  @DisplayName("G09 consent is no cure for a missing opt-out, notice and address")
  void g09ConsentCuresNothingElse() {
    Decided decided =
        Decided.of(
            Eml.mail().body(Eml.OFFER),
            Known.acmesOwnMail().and(Known.consent("2025-11-02T12:00:00", true)));

    assertThat(decided.verdict("DIS-01")).isEqualTo(NOT_APPLICABLE);
    assertThat(List.of("DIS-02", "DIS-03", "OPT-01"))
        .allSatisfy(id -> assertThat(decided.verdict(id)).as(id).isEqualTo(VIOLATED));
  }

  @Test
  @DisplayName("G10 without ad wording and consent data the identifier stays open on both routes")
  void g10NoIdentifierAndNoConsentDataStaysOpen() {
    Decided decided = Decided.of(Eml.mail().body(Eml.OFFER, Eml.OPT_OUT, Eml.ADDRESS));

    assertThat(decided.verdict("DIS-01")).isEqualTo(UNDETERMINED);
    assertThat(decided.finding("DIS-01").missing())
        .containsExactly(
            "affirmative consent of the recipient given before sending",
            "a reviewer's view on whether the message is obviously an advertisement");
  }

  @Test
  @DisplayName("G11 a header-only opt-out breaks the notice and leaves the mechanism to a reviewer")
  void g11AHeaderOnlyOptOutIsNotDisplayed() {
    String eml =
        Eml.mail()
            .header("List-Unsubscribe: <https://acme.example/u?t=1>")
            .header("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
            .body(Eml.OFFER, Eml.IDENTIFIER, Eml.ADDRESS);
    Decided decided = Decided.of(eml);

    assertThat(decided.verdict("DIS-02")).isEqualTo(VIOLATED);
    assertThat(decided.verdict("OPT-01")).isEqualTo(UNDETERMINED);
    assertThat(decided.message().facts().optOutHeader().isPresent()).isTrue();
  }

  @Test
  @DisplayName("G26 an invoice subject over an advertisement is an indicator, not a violation")
  void g26AnInvoiceSubjectIsAnIndicator() {
    String eml =
        Eml.mail()
            .subject("Your invoice 4471")
            .body(Eml.OFFER, Eml.IDENTIFIER, Eml.OPT_OUT, Eml.ADDRESS);
    Decided decided = Decided.of(eml);

    assertThat(decided.message().facts().subjectMisleading().isPresent()).isTrue();
    assertThat(decided.verdict("SUB-01")).isEqualTo(UNDETERMINED);
    assertThat(decided.finding("SUB-01").missing()).contains("what the sender knew");
  }

  @Test
  @DisplayName("G27 the memo on the invoice subject is knowledge, and the subject violates")
  void g27TheMemoIsKnowledge() {
    String eml =
        Eml.mail()
            .subject("Your invoice 4471")
            .body(Eml.OFFER, Eml.IDENTIFIER, Eml.OPT_OUT, Eml.ADDRESS);

    assertThat(
            Decided.of(
                    eml,
                    Known.judged(Judgement.Question.SUBJECT_MISLEADS, true),
                    new Knowledge(
                        Knowledge.Subject.SUBJECT_MISLEADS,
                        Knowledge.Level.ACTUAL,
                        "Acme",
                        "memo: invoice wording doubles opens, they think they owe money"))
                .verdict("SUB-01"))
        .isEqualTo(VIOLATED);
  }

  @Test
  @DisplayName("G40 only the exact label at the beginning of the subject will do")
  void g40OnlyTheExactLabelWillDo() {
    assertThat(adult("SEXUALLY-EXPLICIT: Private offer", true).verdict("SEX-01")).isEqualTo(MET);
    assertThat(adult("SEXUALLY-EXPLICIT: Private offer", true).verdict("SEX-02")).isEqualTo(MET);
    assertThat(
            List.of(
                "SEXUALLY-EXPLICIT:Private offer",
                "Re: SEXUALLY-EXPLICIT: Private offer",
                "Sexually-Explicit: Private offer"))
        .allSatisfy(
            subject ->
                assertThat(adult(subject, true).verdict("SEX-01")).as(subject).isEqualTo(VIOLATED));
    assertThat(adult("SEXUALLY-EXPLICIT: Private offer", false).verdict("SEX-02"))
        .isEqualTo(VIOLATED);
  }

  @Test
  @DisplayName("G40 with prior affirmative consent neither label nor clean first view is needed")
  void g40ConsentLiftsTheLabel() {
    Decided decided =
        Decided.of(
            Eml.mail().subject("Private offer").body(Eml.OFFER, Eml.OPT_OUT, Eml.ADDRESS),
            Known.acmesOwnMail()
                .and(
                    Known.consent("2025-11-02T12:00:00", true),
                    Known.judged(Judgement.Question.SEXUALLY_ORIENTED, true),
                    Known.judged(Judgement.Question.FIRST_VIEW_CLEAN, false)));

    assertThat(decided.verdict("SEX-01")).isEqualTo(NOT_APPLICABLE);
    assertThat(decided.verdict("SEX-02")).isEqualTo(NOT_APPLICABLE);
    assertThat(decided.verdict("SEX-03")).isEqualTo(MET);
  }

  private static Decided adult(String subject, boolean cleanView) {
    return Decided.of(
        Eml.mail()
            .subject(subject)
            .body(
                "SEXUALLY-EXPLICIT: \n",
                "Scroll down or click to view our adult videos, hot girls and xxx pictures. "
                    + "Join now for $4.95 at http://acme.example/view\n",
                Eml.IDENTIFIER,
                Eml.OPT_OUT,
                Eml.ADDRESS),
        Known.NO_OTHER_CONSENT,
        Known.judged(Judgement.Question.SEXUALLY_ORIENTED, true),
        Known.judged(Judgement.Question.FIRST_VIEW_CLEAN, cleanView));
  }

  @Test
  void thePurposeOfTheSketchesIsCommercial() {
    assertThat(Decided.of(Eml.fullSet()).purpose().value())
        .isEqualTo(PrimaryPurpose.Value.COMMERCIAL);
  }
}
