package org.proffer.law.canspam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proffer.law.Verdict.MET;
import static org.proffer.law.Verdict.NOT_APPLICABLE;
import static org.proffer.law.Verdict.UNDETERMINED;
import static org.proffer.law.Verdict.VIOLATED;
import static org.proffer.law.canspam.Shown.PRESENT;
import static org.proffer.law.canspam.Shown.advertisement;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.FromLine;
import org.proffer.law.canspam.recorded.HeaderTruth;
import org.proffer.law.canspam.recorded.HeaderTruth.Impaired;
import org.proffer.law.canspam.recorded.Judgement;
import org.proffer.law.canspam.recorded.Knowledge;
import org.proffer.law.canspam.recorded.Participant;
import org.proffer.law.canspam.recorded.Registration;
import org.proffer.law.canspam.recorded.Relay;

class HeaderAndSubjectRulesTest {

  @Test
  void indicatorsAloneDecideNothing() {
    assertThat(advertisement().indicator("FORGED_MAILER").finding("HDR-01"))
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(UNDETERMINED);
              assertThat(finding.reason()).contains("FORGED_MAILER").contains("innocent");
              assertThat(finding.spans()).hasSize(1);
              assertThat(finding.missing()).hasSize(2);
            });
    assertThat(advertisement().finding("HDR-01").reason()).contains("no indicator of falsity");
  }

  @Test
  void aProvedErrorThatImpairsNobodyIsNotMaterial() {
    assertThat(
            advertisement().recorded(new HeaderTruth(true, Set.of(), "the log")).finding("HDR-01"))
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(MET);
              assertThat(finding.reason()).contains("not material");
            });
    assertThat(
            advertisement()
                .recorded(new HeaderTruth(true, Set.of(Impaired.RECIPIENT), "the log"))
                .finding("HDR-01"))
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(VIOLATED);
              assertThat(finding.reason()).contains("RECIPIENT").contains("the log");
            });
    assertThat(
            advertisement()
                .recorded(new HeaderTruth(false, Set.of(Impaired.RECIPIENT), "the log"))
                .verdict("HDR-01"))
        .isEqualTo(MET);
  }

  @Test
  void aDomainGotByFalsePretensesMakesATrueHeaderMisleading() {
    Fact truth = new HeaderTruth(false, Set.of(), "the log");
    Fact honest = new Registration("acme.example", false, "Acme", "the registrar");
    Fact cheat = new Registration("acme-x.example", true, "Acme", "the registrar");

    assertThat(advertisement().recorded(truth, honest).verdict("HDR-A")).isEqualTo(MET);
    assertThat(advertisement().recorded(truth, honest).verdict("HDR-01")).isEqualTo(MET);
    assertThat(advertisement().recorded(truth, honest, cheat).verdict("HDR-A")).isEqualTo(VIOLATED);
    assertThat(advertisement().recorded(truth, honest, cheat).finding("HDR-01"))
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(VIOLATED);
              assertThat(finding.reason()).contains("deemed").contains("acme-x.example");
            });
    assertThat(advertisement().verdict("HDR-A")).isEqualTo(UNDETERMINED);
  }

  @ParameterizedTest
  @CsvSource({"true, true, VIOLATED", "true, false, MET", "false, true, MET", "false, false, MET"})
  void aRelayDisguisesOnlyKnowinglyAndForThatPurpose(
      boolean knowing, boolean disguise, String verdict) {
    Fact relay = new Relay(false, knowing, disguise, "the chat");

    assertThat(advertisement().recorded(relay).verdict("HDR-C").name()).isEqualTo(verdict);
  }

  @Test
  void withoutARecordOfRelaysNothingIsSaid() {
    assertThat(advertisement().verdict("HDR-C")).isEqualTo(UNDETERMINED);
  }

  @Test
  void theFromLineIsProtectedIfItNamesAnInitiator() {
    Fact from = new FromLine(Set.of("Acme"), "the review");
    Fact acme = new Participant("Acme", Set.of(Participant.Role.PROCURED), "the contract");
    Fact mailer = new Participant("Mailer", Set.of(Participant.Role.TRANSMITTED), "the contract");

    assertThat(advertisement().recorded(from, acme).verdict("HDR-B")).isEqualTo(MET);
    assertThat(advertisement().recorded(from, mailer).verdict("HDR-B")).isEqualTo(NOT_APPLICABLE);
    assertThat(advertisement().recorded(from).finding("HDR-B").missing())
        .containsExactly("who initiated the message");
    assertThat(advertisement().recorded(acme).finding("HDR-B").missing())
        .containsExactly("whom the From line identifies");
  }

  @Test
  void theHeaderDutyAloneReachesTransactionalMail() {
    Shown order = advertisement().purpose(PrimaryPurpose.Value.TRANSACTIONAL, "CLS-04");

    assertThat(List.of("HDR-01", "HDR-A", "HDR-B", "HDR-C"))
        .allSatisfy(id -> assertThat(order.verdict(id)).as(id).isEqualTo(UNDETERMINED));
    assertThat(order.verdict("SUB-01")).isEqualTo(NOT_APPLICABLE);
  }

  private static Fact knows(Knowledge.Level level) {
    return new Knowledge(Knowledge.Subject.SUBJECT_MISLEADS, level, "Acme", "the memo");
  }

  private static Fact misleads(boolean yes) {
    return new Judgement(Judgement.Question.SUBJECT_MISLEADS, yes, "R. Ames", "the review");
  }

  @Test
  void aMisleadingSubjectNeedsKnowledgeActualOrImplied() {
    assertThat(
            advertisement()
                .recorded(misleads(true), knows(Knowledge.Level.ACTUAL))
                .verdict("SUB-01"))
        .isEqualTo(VIOLATED);
    assertThat(
            advertisement()
                .recorded(misleads(true), knows(Knowledge.Level.IMPLIED))
                .verdict("SUB-01"))
        .isEqualTo(VIOLATED);
    assertThat(
            advertisement().recorded(misleads(true), knows(Knowledge.Level.NONE)).verdict("SUB-01"))
        .isEqualTo(MET);
    assertThat(advertisement().recorded(misleads(true)).finding("SUB-01").missing())
        .containsExactly("what the sender knew");
  }

  @Test
  void knowledgeOfASubjectNobodyFoundMisleadingDecidesNothing() {
    assertThat(advertisement().recorded(knows(Knowledge.Level.ACTUAL)).finding("SUB-01").missing())
        .containsExactly("a reviewer's view on whether the subject misleads");
    assertThat(advertisement().finding("SUB-01").missing()).hasSize(2);
    assertThat(advertisement().recorded(misleads(false)).verdict("SUB-01")).isEqualTo(MET);
  }

  @Test
  void indicatorsOfTheSubjectAreNamed() {
    assertThat(
            advertisement()
                .subject(Observation.present(List.of(), "claims an invoice"))
                .finding("SUB-01")
                .reason())
        .contains("claims an invoice");
    assertThat(
            advertisement()
                .subject(PRESENT)
                .recorded(knows(Knowledge.Level.ACTUAL))
                .verdict("SUB-01"))
        .as("an indicator is no judgement: a person has to find that the subject misleads")
        .isEqualTo(UNDETERMINED);
  }
}
