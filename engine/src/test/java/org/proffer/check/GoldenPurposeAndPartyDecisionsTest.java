package org.proffer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proffer.law.Verdict.MET;
import static org.proffer.law.Verdict.NOT_APPLICABLE;
import static org.proffer.law.Verdict.UNDETERMINED;
import static org.proffer.law.Verdict.VIOLATED;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.FromLine;
import org.proffer.law.canspam.recorded.Harvest;
import org.proffer.law.canspam.recorded.HeaderTruth;
import org.proffer.law.canspam.recorded.Judgement;
import org.proffer.law.canspam.recorded.OptOutRequest;
import org.proffer.law.canspam.recorded.Participant;
import org.proffer.law.canspam.recorded.Participant.Role;
import org.proffer.law.canspam.recorded.PostalAddressRecord;
import org.proffer.law.canspam.recorded.Promotion;
import org.proffer.law.canspam.recorded.PurposeJudgement;
import org.proffer.law.canspam.recorded.Registration;
import org.proffer.law.canspam.recorded.Relationship;
import org.proffer.law.canspam.recorded.Relay;

/** Golden decisions on the primary purpose of a message and on who answers for it. */
class GoldenPurposeAndPartyDecisionsTest {
  private static final String SENT = "2026-03-16T17:00:00";
  private static final Fact ORDER =
      new Relationship(Relationship.Category.TRANSACTION, true, "order 123", "the order database");
  private static final String SHIPPED =
      "Your order 123 has shipped on 15 March 2026.\nTracking number: 1Z999\n"
          + "Shipped to: Rita Doe, 12 Elm Street\nTotal charged: $31.50\n"
          + "Expected delivery: 18 March 2026. Your receipt is attached to your account.\n";
  private static final String PROMOTION =
      "While you wait: 25 % off all garden tools. Shop now at http://acme.example/tools\n";

  @Test
  @DisplayName("G28 a shipping notice with a promotion after it stays transactional")
  void g28TheOrderFirstStaysTransactional() {
    String eml = Eml.mail().subject("Your order 123 has shipped").body(SHIPPED, PROMOTION);
    Decided decided = Decided.of(eml, ORDER);

    assertThat(decided.purpose().value()).isEqualTo(PrimaryPurpose.Value.TRANSACTIONAL);
    assertThat(List.of("DIS-01", "DIS-02", "DIS-03", "OPT-01", "OPT-02"))
        .allSatisfy(id -> assertThat(decided.verdict(id)).as(id).isEqualTo(NOT_APPLICABLE));
    assertThat(decided.verdict("HDR-01")).isEqualTo(UNDETERMINED);
  }

  @Test
  @DisplayName("G28 the branch that decides over an order and a promotion is CLS-02")
  void g28TheBranchIsThatOfMixedContent() {
    String eml = Eml.mail().subject("Your order 123 has shipped").body(SHIPPED, PROMOTION);
    Decided decided = Decided.of(eml, ORDER);

    assertThat(decided.purpose().branch()).isEqualTo("CLS-02");
    assertThat(decided.verdict("CLS-02")).isEqualTo(MET);
  }

  @Test
  @DisplayName("G29 the same body under a subject that promises a discount is commercial")
  void g29ThePromisingSubjectMakesItCommercial() {
    String eml =
        Eml.mail()
            .subject("25 % off inside + your order shipped")
            .body(SHIPPED, PROMOTION, Eml.OPT_OUT);
    Decided decided = Decided.of(eml, ORDER);

    assertThat(decided.purpose().value()).isEqualTo(PrimaryPurpose.Value.COMMERCIAL);
    assertThat(decided.purpose().branch()).isEqualTo("CLS-02");
    assertThat(decided.verdict("DIS-03")).isEqualTo(VIOLATED);
  }

  @Test
  @DisplayName("G30 three screens of offers before the order block are commercial")
  void g30OffersBeforeTheOrderAreCommercial() {
    Decided decided = offersBeforeTheOrder();

    assertThat(decided.purpose().value()).isEqualTo(PrimaryPurpose.Value.COMMERCIAL);
    assertThat(List.of("OPT-01", "DIS-01", "DIS-02", "DIS-03"))
        .allSatisfy(id -> assertThat(decided.verdict(id)).as(id).isEqualTo(MET));
  }

  @Test
  @DisplayName("G30 the branch that decides over offers and an order is CLS-02")
  void g30TheBranchIsThatOfMixedContent() {
    assertThat(offersBeforeTheOrder().purpose().branch()).isEqualTo("CLS-02");
  }

  private static Decided offersBeforeTheOrder() {
    String offers =
        "Spring sale: 25 % off all garden tools. Shop now at http://acme.example/tools\n"
            .repeat(12);
    String eml =
        Eml.mail()
            .subject("News for your garden")
            .body(
                offers,
                "Save $20 on every wheelbarrow. Buy one, get one free.\n".repeat(12),
                "Special offer: free shipping on orders over $50. Order today!\n".repeat(12),
                SHIPPED,
                Eml.IDENTIFIER,
                Eml.OPT_OUT,
                Eml.ADDRESS);
    return Decided.of(eml, Known.acmesOwnMail().and(ORDER));
  }

  private static final String NEWSLETTER =
      Eml.mail()
          .from("Garden Letter <letter@letter.example>")
          .subject("May gardening tips")
          .body(
              "May is the month in which the soil is warm enough for beans. In this issue we look at "
                  + "how to sow them, and why older gardeners wait for the first thunderstorm.\n",
              "Beans need a support. Hazel sticks are better than bamboo, because the plants find "
                  + "hold in their bark. Push them a hand deep into the ground.\n",
              "Readers wrote about slugs. Several of you put out boards in the evening and turned "
                  + "them in the morning, which costs nothing and works on most days.\n",
              "The second article of this issue is about water. A rain barrel under the gutter of a "
                  + "shed fills within one night of rain, and the water is warm when it is used.\n",
              "Our sponsor: Acme Garden sells tulips. http://acme.example\n");

  @Test
  @DisplayName("G31 a newsletter that a reviewer does not find commercial owes nothing")
  void g31TheReviewersReadingDecides() {
    Decided decided =
        Decided.of(
            NEWSLETTER,
            new PurposeJudgement(
                PurposeJudgement.Purpose.OTHER, "reviewer R. Ames", "review of 1 June 2026"));

    assertThat(List.of("HDR-01", "SUB-01", "OPT-01", "SUP-01", "DIS-01", "DIS-02", "DIS-03"))
        .allSatisfy(id -> assertThat(decided.verdict(id)).as(id).isEqualTo(NOT_APPLICABLE));
  }

  @Test
  @DisplayName("G31 the engine alone leaves the newsletter with a sponsor undetermined")
  void g31TheEngineAloneLeavesItOpen() {
    Decided decided = Decided.of(NEWSLETTER);

    assertThat(decided.purpose().branch()).isEqualTo("CLS-03");
    assertThat(decided.verdict("CLS-03")).isEqualTo(UNDETERMINED);
    assertThat(decided.verdict("DIS-03")).isEqualTo(UNDETERMINED);
  }

  @Test
  @DisplayName("G32 a charity's appeal for gifts is not reached")
  void g32ACharityIsNotReached() {
    notReached(CHARITY);
  }

  @Test
  @DisplayName("G32 the branch of a charity's appeal is CLS-05")
  void g32TheBranchOfACharityIsNoncommercialSpeech() {
    assertThat(Decided.of(CHARITY).purpose().branch()).isEqualTo("CLS-05");
  }

  @Test
  @DisplayName("G32 a friend's mail with the link of a company in the signature is not reached")
  void g32AFriendsMailIsNotReached() {
    notReached(FRIEND);
    assertThat(Decided.of(FRIEND).purpose().branch()).isEqualTo("CLS-06");
  }

  private static final String CHARITY =
      Eml.mail()
          .from("River Trust <appeal@rivertrust.example>")
          .subject("Help us keep the river clean")
          .body(
              "Dear friends, the flood of January left the banks full of rubbish. Please donate to "
                  + "our charity. Your donation, however small, pays for gloves and sacks, and "
                  + "volunteers do the rest. Thank you for your support of the campaign.\n");
  private static final String FRIEND =
      Eml.mail()
          .from("Tom Baker <tom@home.example>")
          .subject("Saturday")
          .body(
              "Hi Rita,\n\nare you coming on Saturday? I bring the ladder, and we can look at the"
                  + " roof together. Tell me what time suits you.\n",
              "Tom\n-- \nTom Baker, Acme Garden, http://acme.example\n");

  private static void notReached(String eml) {
    Decided decided = Decided.of(eml);

    assertThat(decided.purpose().value()).isEqualTo(PrimaryPurpose.Value.OTHER);
    assertThat(List.of("HDR-01", "SUB-01", "OPT-01", "DIS-01", "DIS-02", "DIS-03"))
        .allSatisfy(id -> assertThat(decided.verdict(id)).as(id).isEqualTo(NOT_APPLICABLE));
  }

  private static final Fact BANKCO =
      new Participant("BankCo", Set.of(Role.PROCURED, Role.ADVERTISED), "the contract");
  private static final Fact AIRCO =
      new Participant("AirCo", Set.of(Role.PROCURED, Role.ADVERTISED), "the contract");

  private static String joint(String from, String address) {
    return Eml.mail()
        .from(from)
        .subject("Fly with your card: 20 % off")
        .body(
            "Pay with the BankCo card and get 20 % off every AirCo flight. Book now at"
                + " http://bankco.example/fly\n",
            Eml.IDENTIFIER, "To unsubscribe visit http://bankco.example/unsubscribe\n", address);
  }

  private static Fact address(String text, String of) {
    return new PostalAddressRecord(
        text, PostalAddressRecord.Kind.STREET, of, true, "the register of companies");
  }

  @Test
  @DisplayName("G33 the bank that alone stands in the From line is the designated sender")
  void g33TheBankIsTheDesignatedSender() {
    Decided decided =
        Decided.of(
            joint("BankCo <news@bankco.example>", "BankCo, 1 Bank Plaza, Detroit, MI 48226\n"),
            BANKCO,
            AIRCO,
            Known.sent(SENT),
            Known.RECIPIENT,
            new FromLine(Set.of("BankCo"), "the review of the message"),
            new HeaderTruth(false, Set.of(), "BankCo's outbound logs"),
            Known.judged(Judgement.Question.SUBJECT_MISLEADS, false),
            address("1 Bank Plaza, Detroit, MI 48226", "BankCo"));

    assertThat(decided.verdict("R316-01")).isEqualTo(MET);
    assertThat(decided.finding("R316-01").reason())
        .startsWith("BankCo alone is the sender")
        .endsWith("remain initiators: AirCo.");
    assertThat(decided.verdict("DIS-03")).isEqualTo(MET);
    assertThat(decided.verdict("OPT-01")).isEqualTo(MET);
  }

  @Test
  @DisplayName("G34 a mailer that advertises nothing is no designated sender; both advertisers are")
  void g34AMailerIsNoDesignatedSender() {
    RecordedFacts facts =
        RecordedFacts.of(
            BANKCO,
            AIRCO,
            new Participant("Super Deals", Set.of(Role.TRANSMITTED), "the contract"),
            Known.sent(SENT),
            Known.RECIPIENT,
            new FromLine(Set.of("Super Deals"), "the review of the message"),
            address("77 Mill Road, Toledo, OH 43604", "Super Deals"));
    String eml =
        joint(
            "Super Deals <hot@superdeals.example>",
            "Super Deals, 77 Mill Road, Toledo, OH 43604\n");
    Decided decided = Decided.of(eml, facts);

    assertThat(decided.verdict("R316-01")).isEqualTo(NOT_APPLICABLE);
    assertThat(decided.finding("R316-01").reason()).startsWith("Each of BankCo, AirCo is a sender");
    assertThat(decided.verdict("DIS-03")).isEqualTo(VIOLATED);
    for (String sender : List.of("BankCo", "AirCo")) {
      assertThat(
              Decided.of(
                      eml,
                      facts.and(
                          new OptOutRequest(
                              Known.RITA,
                              Set.of(sender),
                              Known.at("2026-01-12T10:00:00"),
                              Set.of(),
                              sender + "'s log")))
                  .verdict("SUP-01"))
          .as(sender)
          .isEqualTo(VIOLATED);
    }
  }

  @Test
  @DisplayName("G36 a failed SPF on a forwarded copy decides nothing")
  void g36AFailedSpfOnAForwardedCopyDecidesNothing() {
    String eml =
        Eml.mail()
            .from("Brand <news@brand.example>")
            .header(
                "Authentication-Results: mx.home.example; spf=fail smtp.mailfrom=news@brand.example;"
                    + " dkim=none")
            .body(Eml.OFFER, Eml.IDENTIFIER, Eml.OPT_OUT, Eml.ADDRESS);
    Decided decided = Decided.of(eml);

    assertThat(decided.verdict("HDR-01")).isEqualTo(UNDETERMINED);
    assertThat(decided.finding("HDR-01").missing())
        .contains("logs of the servers that handled the message");
  }

  @Test
  @DisplayName("G37 a true From line does not cure a domain obtained by false pretenses")
  void g37ATrueNameDoesNotCureAFalseDomain() {
    Decided decided =
        Decided.of(
            Eml.mail()
                .from("Acme <news@acme-deals.example>")
                .body(Eml.OFFER, Eml.IDENTIFIER, Eml.OPT_OUT, Eml.ADDRESS),
            Known.ACME,
            new FromLine(Set.of("Acme"), "the review of the message"),
            new Registration(
                "acme-deals.example",
                true,
                "Acme, as an invented person,",
                "the registrar's record"));

    assertThat(decided.verdict("HDR-B")).isEqualTo(MET);
    assertThat(decided.verdict("HDR-A")).isEqualTo(VIOLATED);
    assertThat(decided.verdict("HDR-01")).isEqualTo(VIOLATED);
  }

  @Test
  @DisplayName("H5 harvesting from a site without the notice is not made out")
  void h5HarvestingWithoutTheNoticeIsNotMadeOut() {
    Decided decided =
        Decided.of(
            Eml.fullSet(),
            Known.acmesOwnMail()
                .and(Known.probes(SENT, 1, 30))
                .and(new Harvest(true, false, true, "the archived page")));

    assertThat(decided.verdict("AGG-01")).isEqualTo(MET);
    assertThat(decided.finding("AGG-01").reason()).startsWith("Not made out");
  }

  @Test
  @DisplayName("Harvesting from a site with the notice aggravates only an unlawful message")
  void harvestingAggravatesOnlyAnUnlawfulMessage() {
    Fact harvest = new Harvest(true, true, true, "spider logs and the archived page");

    assertThat(
            Decided.of(Eml.mail().body(Eml.OFFER), Known.acmesOwnMail().and(harvest))
                .verdict("AGG-01"))
        .isEqualTo(VIOLATED);
    assertThat(Decided.of(Eml.fullSet(), harvest).verdict("AGG-01")).isEqualTo(UNDETERMINED);
  }

  @Test
  @DisplayName("H6 a mailing service that only relays is no initiator; one that picks the list is")
  void h6RoutineConveyanceIsNoInitiation() {
    assertThat(new Participant("Relay Co", Set.of(Role.CONVEYED), "the contract").initiated())
        .isFalse();
    assertThat(
            new Participant(
                    "Relay Co", Set.of(Role.CONVEYED, Role.CHOSE_RECIPIENTS), "the contract")
                .initiated())
        .isTrue();

    Fact from = new FromLine(Set.of("Relay Co"), "the review of the message");
    assertThat(
            Decided.of(
                    Eml.fullSet(),
                    from,
                    Known.ACME,
                    new Participant("Relay Co", Set.of(Role.CONVEYED), "the contract"))
                .verdict("HDR-B"))
        .isEqualTo(NOT_APPLICABLE);
    assertThat(
            Decided.of(
                    Eml.fullSet(),
                    from,
                    Known.ACME,
                    new Participant(
                        "Relay Co", Set.of(Role.CONVEYED, Role.CHOSE_RECIPIENTS), "the contract"))
                .verdict("HDR-B"))
        .isEqualTo(MET);
  }

  @Test
  @DisplayName("H7 a merchant that goes on paying for forged-header mail violates 7705(a)")
  void h7TheMerchantThatGoesOnPayingViolates() {
    Fact forged =
        new HeaderTruth(
            true,
            Set.of(HeaderTruth.Impaired.RECIPIENT, HeaderTruth.Impaired.LAW_ENFORCEMENT),
            "the affiliate's mailer template");
    Decided decided =
        Decided.of(
            Eml.fullSet(),
            forged,
            new Promotion("Acme", true, true, false, "40 complaints and the payment ledger"));

    assertThat(decided.verdict("PRO-01")).isEqualTo(VIOLATED);
    assertThat(decided.finding("PRO-01").reason()).contains("Federal Trade Commission alone");
    assertThat(
            Decided.of(
                    Eml.fullSet(),
                    forged,
                    new Promotion("Acme", true, true, true, "the notice of termination"))
                .verdict("PRO-01"))
        .isEqualTo(MET);
  }

  @Test
  @DisplayName("G35 (civil part) 300 hijacked home computers: header, disguise and relay violate")
  void g35HijackedComputersViolate() {
    Decided decided =
        Decided.of(
            Eml.fullSet(),
            new HeaderTruth(
                true, Set.of(HeaderTruth.Impaired.LAW_ENFORCEMENT), "logs of the home computers"),
            new Relay(true, true, true, "chat: proxies so nobody can trace us"));

    assertThat(List.of("HDR-01", "HDR-C", "AGG-04"))
        .allSatisfy(id -> assertThat(decided.verdict(id)).as(id).isEqualTo(VIOLATED));
  }
}
