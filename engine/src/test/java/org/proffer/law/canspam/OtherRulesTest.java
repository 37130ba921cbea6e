package org.proffer.law.canspam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.proffer.law.Verdict.MET;
import static org.proffer.law.Verdict.NOT_APPLICABLE;
import static org.proffer.law.Verdict.UNDETERMINED;
import static org.proffer.law.Verdict.VIOLATED;
import static org.proffer.law.canspam.Shown.ABSENT;
import static org.proffer.law.canspam.Shown.PRESENT;
import static org.proffer.law.canspam.Shown.advertisement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.AccountsOpened;
import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.Consent;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.GeneratedAddress;
import org.proffer.law.canspam.recorded.Harvest;
import org.proffer.law.canspam.recorded.HeaderTruth;
import org.proffer.law.canspam.recorded.Judgement;
import org.proffer.law.canspam.recorded.MobileAuthorization;
import org.proffer.law.canspam.recorded.Participant;
import org.proffer.law.canspam.recorded.Promotion;
import org.proffer.law.canspam.recorded.PurposeJudgement;
import org.proffer.law.canspam.recorded.Recipient;
import org.proffer.law.canspam.recorded.Relationship;
import org.proffer.law.canspam.recorded.Relay;
import org.proffer.law.canspam.recorded.Supplier;
import org.proffer.law.canspam.recorded.WirelessDomain;

/** Aggravated violations, sexually oriented material, promoted businesses, mobile mail, purpose. */
class OtherRulesTest {

  private static Shown unlawful(Fact... facts) {
    return advertisement().address(ABSENT).recorded(facts);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, true, VIOLATED",
    "false, true, true, MET",
    "true, false, true, MET",
    "true, true, false, MET"
  })
  void harvestingNeedsMeansNoticeAndKnowledge(
      boolean automated, boolean notice, boolean known, String verdict) {
    assertThat(
            unlawful(new Harvest(automated, notice, known, "the spider's log"))
                .verdict("AGG-01")
                .name())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"true, true, VIOLATED", "false, true, MET", "true, false, MET"})
  void aGeneratedAddressNeedsKnowledge(boolean generated, boolean known, String verdict) {
    assertThat(unlawful(new GeneratedAddress(generated, known, "the log")).verdict("AGG-02").name())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"true, 2, VIOLATED", "true, 1, MET", "false, 40, MET"})
  void scriptsMustHaveOpenedSeveralAccounts(boolean automated, int accounts, String verdict) {
    assertThat(
            unlawful(new AccountsOpened(automated, accounts, "the log")).verdict("AGG-03").name())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"true, true, VIOLATED", "false, true, MET", "true, false, MET"})
  void aRelayMustBeKnowingAndWithoutAuthorization(
      boolean withoutAuthorization, boolean knowing, String verdict) {
    assertThat(
            unlawful(new Relay(withoutAuthorization, knowing, false, "the log"))
                .verdict("AGG-04")
                .name())
        .isEqualTo(verdict);
  }

  @Test
  void withoutRecordsTheAggravationIsOpenAndNamesWhatIsMissing() {
    assertThat(List.of("AGG-01", "AGG-02", "AGG-03", "AGG-04"))
        .allSatisfy(
            id -> {
              assertThat(unlawful().finding(id).missing()).as(id).hasSize(1);
              assertThat(advertisement().finding(id).missing())
                  .as(id)
                  .hasSize(2)
                  .startsWith("whether the message violates 7704(a)");
            });
    assertThat(advertisement().recorded(new Harvest(true, true, true, "the log")).finding("AGG-01"))
        .satisfies(
            finding ->
                assertThat(finding.missing())
                    .containsExactly("whether the message violates 7704(a)"));
  }

  private static Fact judged(Judgement.Question question, boolean yes) {
    return new Judgement(question, yes, "R. Ames", "the review");
  }

  private static final Fact SEXUAL = judged(Judgement.Question.SEXUALLY_ORIENTED, true);
  private static final Fact NOT_SEXUAL = judged(Judgement.Question.SEXUALLY_ORIENTED, false);
  private static final Fact NO_CONSENT = new Complete(Complete.Records.CONSENTS, "the database");

  @Test
  void onlyAPersonSaysWhatIsSexuallyOriented() {
    assertThat(advertisement().sexual(PRESENT).verdict("SEX-00")).isEqualTo(UNDETERMINED);
    assertThat(advertisement().sexual(PRESENT).finding("SEX-00").reason())
        .startsWith("Words point to");
    assertThat(advertisement().finding("SEX-00").reason()).startsWith("No words point to");
    assertThat(advertisement().recorded(SEXUAL).verdict("SEX-00")).isEqualTo(MET);
    assertThat(advertisement().recorded(NOT_SEXUAL).verdict("SEX-00")).isEqualTo(NOT_APPLICABLE);
    assertThat(List.of("SEX-01", "SEX-02", "SEX-03"))
        .allSatisfy(
            id ->
                assertThat(advertisement().recorded(NOT_SEXUAL).verdict(id))
                    .isEqualTo(NOT_APPLICABLE));
  }

  @Test
  void theLabelViolatesOnlyOverJudgedMaterialWithoutConsent() {
    assertThat(advertisement().recorded(SEXUAL, NO_CONSENT).verdict("SEX-01")).isEqualTo(VIOLATED);
    assertThat(advertisement().sexualLabel(PRESENT).recorded(SEXUAL, NO_CONSENT).verdict("SEX-01"))
        .isEqualTo(MET);
    assertThat(advertisement().recorded(SEXUAL).finding("SEX-01").missing())
        .containsExactly("affirmative consent of the recipient given before sending");
    assertThat(advertisement().recorded(NO_CONSENT).finding("SEX-01").missing())
        .containsExactly("a reviewer's view on whether the material is sexually oriented");
    assertThat(advertisement().finding("SEX-01").missing()).hasSize(2);
  }

  @Test
  void theFirstViewIsJudgedByAPerson() {
    Fact clean = judged(Judgement.Question.FIRST_VIEW_CLEAN, true);
    Fact dirty = judged(Judgement.Question.FIRST_VIEW_CLEAN, false);

    assertThat(advertisement().recorded(SEXUAL, clean).verdict("SEX-02")).isEqualTo(MET);
    assertThat(advertisement().recorded(SEXUAL, dirty, NO_CONSENT).verdict("SEX-02"))
        .isEqualTo(VIOLATED);
    assertThat(advertisement().recorded(SEXUAL, dirty).finding("SEX-02").missing())
        .containsExactly("affirmative consent of the recipient given before sending");
    assertThat(advertisement().finding("SEX-02").missing()).hasSize(3);
    assertThat(advertisement().recorded(dirty, NO_CONSENT).finding("SEX-02").missing())
        .containsExactly("a reviewer's view on whether the material is sexually oriented");
  }

  @Test
  void consentExcusesTheLabelAndItsBurdenIsAReading() {
    Fact consent =
        new Consent(
            "rita@home.example",
            "Acme",
            Instant.parse("2025-11-02T12:00:00Z"),
            true,
            true,
            null,
            "words",
            "page",
            "the database");
    Shown consenting =
        advertisement()
            .recorded(SEXUAL, consent, new Recipient("rita@home.example", null, "the log"));

    assertThat(consenting.verdict("SEX-01")).isEqualTo(NOT_APPLICABLE);
    assertThat(consenting.verdict("SEX-02")).isEqualTo(NOT_APPLICABLE);
    assertThat(consenting.verdict("SEX-03")).isEqualTo(MET);
    assertThat(advertisement().finding("SEX-03"))
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(UNDETERMINED);
              assertThat(finding.reason()).contains("the sender has to show");
            });
    assertThat(advertisement().recorded(NO_CONSENT).verdict("SEX-03")).isEqualTo(NOT_APPLICABLE);
  }

  private static final Fact FORGED =
      new HeaderTruth(true, Set.of(HeaderTruth.Impaired.RECIPIENT), "the log");
  private static final Fact TRUE = new HeaderTruth(false, Set.of(), "the log");

  private static Fact promotion(boolean knew, boolean benefit, boolean action) {
    return new Promotion("Acme", knew, benefit, action, "the ledger");
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, false, VIOLATED",
    "false, true, false, MET",
    "true, false, false, MET",
    "true, true, true, MET"
  })
  void promotionNeedsKnowledgeBenefitAndNoAction(
      boolean knew, boolean benefit, boolean action, String verdict) {
    assertThat(
            advertisement()
                .recorded(FORGED, promotion(knew, benefit, action))
                .verdict("PRO-01")
                .name())
        .isEqualTo(verdict);
  }

  @Test
  void promotionNeedsAFalseHeader() {
    assertThat(advertisement().recorded(TRUE, promotion(true, true, false)).verdict("PRO-01"))
        .isEqualTo(NOT_APPLICABLE);
    assertThat(advertisement().recorded(promotion(true, true, false)).finding("PRO-01").missing())
        .containsExactly("whether the message violates 7704(a)(1)");
    assertThat(advertisement().finding("PRO-01").missing()).hasSize(2);
    assertThat(advertisement().recorded(FORGED).finding("PRO-01").missing())
        .containsExactly("what the promoted business knew, gained and did");
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, false, VIOLATED",
    "false, true, true, VIOLATED",
    "false, true, false, MET",
    "false, false, true, MET"
  })
  void aSupplierAnswersForOwnershipOrKnowledgeWithBenefit(
      boolean majority, boolean knowledge, boolean benefit, String verdict) {
    Fact supplier = new Supplier("Bulb Farm", majority, knowledge, benefit, "the register");

    assertThat(
            advertisement()
                .recorded(FORGED, promotion(true, true, false), supplier)
                .verdict("PRO-02")
                .name())
        .isEqualTo(verdict);
  }

  @Test
  void aSupplierAnswersOnlyBesideAViolationOfTheBusiness() {
    Fact owner = new Supplier("Bulb Farm", true, false, false, "the register");

    assertThat(advertisement().recorded(TRUE, owner).verdict("PRO-02")).isEqualTo(NOT_APPLICABLE);
    assertThat(advertisement().recorded(owner).finding("PRO-02").missing())
        .containsExactly("whether a business violates 7705(a) by the message");
    assertThat(advertisement().finding("PRO-02").missing()).hasSize(2);
    assertThat(
            advertisement()
                .recorded(FORGED, promotion(true, true, false))
                .finding("PRO-02")
                .missing())
        .containsExactly(
            "who supplied the promoted business, and with what interest and knowledge");
  }

  private static Fact listed(String on) {
    return new WirelessDomain("mobile.example", LocalDate.parse(on), "the list");
  }

  @Test
  void mobileMailNeedsAuthorizationAfterThirtyDaysOnTheList() {
    Fact refused = new MobileAuthorization(false, "the database");

    // Sent on 16 March 2026; listed on 14 February is 30 days before, on 15 February 29.
    assertThat(advertisement().recorded(listed("2026-02-14"), refused).verdict("PRE-04"))
        .isEqualTo(VIOLATED);
    assertThat(advertisement().recorded(listed("2026-02-15"), refused).finding("PRE-04").missing())
        .containsExactly("whether the sender knew that the address was one of mobile services");
    assertThat(advertisement().recorded(listed("2026-02-14")).finding("PRE-04").missing())
        .containsExactly("express prior authorization of the addressee");
    assertThat(
            advertisement()
                .recorded(listed("2020-02-14"), new MobileAuthorization(true, "the database"))
                .verdict("PRE-04"))
        .isEqualTo(MET);
    assertThat(
            advertisement()
                .recorded(new WirelessDomain("home.example", null, "the list"))
                .verdict("PRE-04"))
        .isEqualTo(NOT_APPLICABLE);
    assertThat(advertisement().verdict("PRE-04")).isEqualTo(UNDETERMINED);
    assertThat(advertisement().undated().recorded(listed("2020-02-14")).finding("PRE-04").missing())
        .containsExactly("when the message was sent");
  }

  @Test
  void aDateThatIsNotConfirmedIsSaidInTheReason() {
    assertThat(advertisement().finding("PRE-04").reason()).contains("not confirmed");
    assertThat(advertisement().on("2004-10-17").finding("PRE-04").reason())
        .startsWith("Not in force");
  }

  @Test
  void theBranchThatDecidedIsMetAndTheOthersAreNotReached() {
    assertThat(advertisement().verdict("CLS-01")).isEqualTo(MET);
    assertThat(List.of("CLS-02", "CLS-03", "CLS-04", "CLS-05", "CLS-06"))
        .allSatisfy(id -> assertThat(advertisement().verdict(id)).as(id).isEqualTo(NOT_APPLICABLE));
    assertThat(advertisement().finding("CLS-01").reason()).startsWith("Commercial: an offer");
    assertThat(
            advertisement()
                .purpose(PrimaryPurpose.Value.OTHER, "CLS-06")
                .finding("CLS-06")
                .reason())
        .startsWith("Neither commercial nor transactional");
    assertThat(advertisement().purpose(PrimaryPurpose.Value.COMMERCIAL, "CLS-02").finding("CLS-02"))
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(MET);
              assertThat(finding.reason()).contains("A reading not confirmed in a source");
            });
  }

  private static Fact order(boolean exists) {
    return new Relationship(
        Relationship.Category.TRANSACTION, exists, "order 123", "the order database");
  }

  @Test
  void aClaimedTransactionIsTakenAsClaimedUntilTheRecordsSpeak() {
    Shown claimed = advertisement().purpose(PrimaryPurpose.Value.TRANSACTIONAL, "CLS-04");
    assertThat(claimed.finding("CLS-04").missing())
        .containsExactly("a record of the transaction or relationship");
    assertThat(claimed.address(ABSENT).verdict("DIS-03")).isEqualTo(NOT_APPLICABLE);

    Shown proved =
        advertisement().purpose(PrimaryPurpose.Value.TRANSACTIONAL, "CLS-04").recorded(order(true));
    assertThat(proved.finding("CLS-04").reason())
        .startsWith("Transactional or relationship, TRANSACTION, order 123");

    Shown refuted =
        advertisement()
            .purpose(PrimaryPurpose.Value.TRANSACTIONAL, "CLS-04")
            .address(ABSENT)
            .recorded(order(false));
    assertThat(refuted.verdict("CLS-04")).isEqualTo(UNDETERMINED);
    assertThat(refuted.verdict("DIS-03")).isEqualTo(UNDETERMINED);
    assertThat(refuted.finding("DIS-03").reason())
        .startsWith("If the message is commercial, broken");
    assertThat(refuted.recorded(order(true)).verdict("CLS-04")).isEqualTo(MET);
  }

  @Test
  void aPersonsReadingOfThePurposeOverrulesTheEngine() {
    Fact other = new PurposeJudgement(PurposeJudgement.Purpose.OTHER, "R. Ames", "the review");
    Fact commercial =
        new PurposeJudgement(PurposeJudgement.Purpose.COMMERCIAL, "R. Ames", "the review");

    assertThat(advertisement().address(ABSENT).recorded(other).verdict("DIS-03"))
        .isEqualTo(NOT_APPLICABLE);
    assertThat(
            advertisement()
                .purpose(PrimaryPurpose.Value.UNDETERMINED, "CLS-03")
                .address(ABSENT)
                .recorded(commercial)
                .verdict("DIS-03"))
        .isEqualTo(VIOLATED);
    assertThat(advertisement().recorded(other).finding("CLS-01").reason())
        .contains("R. Ames judged the primary purpose to be OTHER");
    assertThat(
            advertisement().purpose(PrimaryPurpose.Value.UNDETERMINED, "CLS-03").verdict("CLS-03"))
        .isEqualTo(UNDETERMINED);
    assertThat(
            advertisement()
                .purpose(PrimaryPurpose.Value.TRANSACTIONAL, "CLS-04")
                .recorded(
                    new PurposeJudgement(
                        PurposeJudgement.Purpose.TRANSACTIONAL, "R. Ames", "the review"))
                .verdict("CLS-04"))
        .isEqualTo(MET);
  }

  @Test
  void everyUndeterminedFindingSaysWhatIsMissingAndEveryFindingCites() {
    for (Shown message :
        List.of(
            advertisement(),
            unlawful(),
            advertisement().purpose(PrimaryPurpose.Value.UNDETERMINED, "CLS-03"))) {
      for (String id : CanSpamRules.evaluated()) {
        assertThat(message.finding(id).citation()).as(id).isNotBlank();
        assertThat(message.finding(id).reason()).as(id).isNotBlank();
        if (message.verdict(id) == Verdict.UNDETERMINED) {
          assertThat(message.finding(id).missing()).as(id).isNotEmpty();
        }
      }
    }
  }

  @Test
  void onlyADutyIsEverViolated() {
    assertThat(CanSpamRules.isDuty("DIS-03")).isTrue();
    assertThat(CanSpamRules.isDuty("OPT-04")).isFalse();
    assertThat(CanSpamRules.isDuty("CLS-01")).isFalse();
    assertThatThrownBy(() -> CanSpamRules.isDuty("DIS-99")).hasMessageContaining("DIS-99");
    for (String id : CanSpamRules.evaluated()) {
      if (unlawful(FORGED, promotion(true, true, false)).verdict(id) == Verdict.VIOLATED) {
        assertThat(CanSpamRules.isDuty(id)).as(id).isTrue();
      }
    }
  }

  @Test
  void mailThatIsNotCommercialOwesNothing() {
    Shown note = advertisement().purpose(PrimaryPurpose.Value.OTHER, "CLS-06").address(ABSENT);

    assertThat(CanSpamRules.evaluated())
        .filteredOn(CanSpamRules::isDuty)
        .allSatisfy(id -> assertThat(note.verdict(id)).as(id).isEqualTo(NOT_APPLICABLE));
  }

  @Test
  void theListOfADayHoldsWhatIsInForceThatDay() {
    assertThat(CanSpamRules.inForce(LocalDate.of(2003, 12, 31))).isEmpty();
    assertThat(CanSpamRules.inForce(LocalDate.of(2026, 11, 23)))
        .extracting(CanSpamRules.Rule::id)
        .doesNotHaveDuplicates()
        .hasSize(43)
        .contains("R316-02", "SUP-01");
    assertThat(CanSpamRules.all())
        .filteredOn(rule -> rule.id().equals("SUP-01"))
        .extracting(CanSpamRules.Rule::from)
        .containsExactly(LocalDate.of(2004, 1, 1), LocalDate.of(2021, 6, 17));
  }

  @Test
  void aFactWithoutASourceIsNoFact() {
    Fact bare = new MobileAuthorization(true, " ");

    assertThatThrownBy(() -> RecordedFacts.of(bare))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without a source");
  }

  @Test
  void conveyingAloneIsNotInitiatingUnlessTheRecipientsWereChosen() {
    assertThat(initiated(Participant.Role.CONVEYED)).isFalse();
    assertThat(initiated(Participant.Role.CHOSE_RECIPIENTS)).isFalse();
    assertThat(initiated(Participant.Role.ADVERTISED)).isFalse();
    assertThat(initiated(Participant.Role.CONVEYED, Participant.Role.CHOSE_RECIPIENTS)).isTrue();
    assertThat(initiated(Participant.Role.ORIGINATED)).isTrue();
    assertThat(initiated(Participant.Role.TRANSMITTED)).isTrue();
    assertThat(initiated(Participant.Role.PROCURED)).isTrue();
  }

  private static boolean initiated(Participant.Role... roles) {
    return new Participant("Mailer", Set.of(roles), "the contract").initiated();
  }
}
