package org.proffer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proffer.law.Verdict.MET;
import static org.proffer.law.Verdict.NOT_APPLICABLE;
import static org.proffer.law.Verdict.UNDETERMINED;
import static org.proffer.law.Verdict.VIOLATED;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.proffer.law.Finding;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.MessageKind;
import org.proffer.law.canspam.recorded.OptOutProcess;
import org.proffer.law.canspam.recorded.Outage;
import org.proffer.law.canspam.recorded.Probe;
import org.proffer.law.canspam.recorded.Relationship;
import org.proffer.law.canspam.recorded.Transfer;

/** Golden decisions on what was done around the message: the page, the thirty days, objections. */
class GoldenConductDecisionsTest {
  private static final String SENT = "2026-03-16T17:00:00";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 16);

  private static Fact page(List<String> information, List<String> steps) {
    return new OptOutProcess(
        false, information, steps, false, null, true, "a walk through the page");
  }

  private static Fact menu(boolean offersNone) {
    return new OptOutProcess(
        false, List.of(), List.of(), true, offersNone, true, "a capture of the page");
  }

  @Test
  @DisplayName("G12 an unsubscribe page behind a password violates")
  void g12APasswordViolates() {
    Decided decided = Decided.of(Eml.fullSet(), page(List.of("a password"), List.of("log in")));

    assertThat(decided.verdict("OPT-05")).isEqualTo(VIOLATED);
  }

  @Test
  @DisplayName("G13 one page with the address filled in and one button keeps the rule")
  void g13OnePageAndOneButtonKeepsIt() {
    assertThat(Decided.of(Eml.fullSet(), page(List.of(), List.of())).verdict("OPT-05"))
        .isEqualTo(MET);
  }

  @Test
  @DisplayName("G14 a second confirmation by mail violates")
  void g14AConfirmationByMailViolates() {
    assertThat(
            Decided.of(Eml.fullSet(), page(List.of(), List.of("confirm by a link in a mail")))
                .verdict("OPT-05"))
        .isEqualTo(VIOLATED);
  }

  @Test
  @DisplayName("G15 a menu of five topics without none violates")
  void g15AMenuWithoutNoneViolates() {
    assertThat(Decided.of(Eml.fullSet(), menu(false)).verdict("OPT-03")).isEqualTo(VIOLATED);
    assertThat(Decided.of(Eml.fullSet(), menu(true)).verdict("OPT-03")).isEqualTo(MET);
  }

  @Test
  @DisplayName("G16 a link dead from day 12 because the domain was not renewed violates")
  void g16ADomainNotRenewedViolates() {
    Decided decided =
        Decided.of(
            Eml.fullSet(),
            Known.acmesOwnMail()
                .and(Known.probes(SENT, 1, 11))
                .and(
                    new Outage(
                        Known.at(SENT).plus(Duration.ofDays(11)),
                        null,
                        false,
                        false,
                        false,
                        "the domain was not renewed",
                        "the registrar's record")));

    assertThat(decided.verdict("OPT-02")).isEqualTo(VIOLATED);
    assertThat(decided.verdict("OPT-04")).isEqualTo(NOT_APPLICABLE);
    assertThat(decided.finding("OPT-04").reason()).contains("A reading not confirmed in a source");
  }

  @Test
  @DisplayName("G17 nine hours of a provider's outage on day 7, repaired that day, are excused")
  void g17AProvidersOutageIsExcused() {
    RecordedFacts facts =
        Known.acmesOwnMail()
            .and(Known.probes(SENT, 1, 6))
            .and(Known.probes(SENT, 8, 30))
            .and(
                new Probe(
                    Known.at(SENT).plus(Duration.ofHours(6 * 24 + 5)), false, "the probe log"),
                new Outage(
                    Known.at(SENT).plus(Duration.ofHours(6 * 24 + 2)),
                    Known.at(SENT).plus(Duration.ofHours(6 * 24 + 11)),
                    true,
                    true,
                    true,
                    "the hosting provider failed",
                    "the provider's notice"));
    Decided decided = Decided.of(Eml.fullSet(), facts);

    assertThat(decided.verdict("OPT-02")).isEqualTo(MET);
    assertThat(decided.verdict("OPT-04")).isEqualTo(MET);
  }

  private static Decided after(String request, String sentAt, Fact... more) {
    return Decided.of(
        Eml.fullSet(),
        RecordedFacts.of(Known.RECIPIENT, Known.ACME, Known.optOut(request), Known.sent(sentAt))
            .and(more));
  }

  @Test
  @DisplayName("G18 mail on the tenth business day is still allowed")
  void g18MailOnTheTenthBusinessDayIsAllowed() {
    assertThat(after("2026-03-02T10:00:00", "2026-03-16T17:00:00").verdict("SUP-01"))
        .isEqualTo(MET);
  }

  @Test
  @DisplayName("G19 mail on the day after the tenth business day violates")
  void g19MailOnTheEleventhDayViolates() {
    assertThat(after("2026-03-02T10:00:00", "2026-03-17T08:00:00").verdict("SUP-01"))
        .isEqualTo(VIOLATED);
  }

  @Test
  @DisplayName("G20 Christmas and New Year are no business days")
  void g20TheHolidaysAreNotCounted() {
    assertThat(after("2026-12-18T09:00:00", "2027-01-05T09:00:00").verdict("SUP-01"))
        .isEqualTo(MET);
    assertThat(after("2026-12-18T09:00:00", "2027-01-06T09:00:00").verdict("SUP-01"))
        .isEqualTo(VIOLATED);
  }

  @Test
  @DisplayName("G21 an order confirmation may follow an objection; only the header duty reaches it")
  void g21AnOrderConfirmationMayFollowAnObjection() {
    String eml =
        Eml.mail()
            .from("Acme Garden <orders@acme.example>")
            .subject("Your order 123 is confirmed")
            .body(
                "Thank you for your order 123 of 14 March 2026.\n",
                "Order number: 123\nShip to: Rita Doe, 12 Elm Street\nTotal charged: $31.50\n",
                "You will receive a tracking number when your order has shipped.\n");
    Decided decided =
        Decided.of(
            eml,
            RecordedFacts.of(
                Known.RECIPIENT,
                Known.ACME,
                Known.optOut("2026-01-15T10:00:00"),
                Known.sent(SENT),
                order()));

    assertThat(decided.purpose().branch()).isEqualTo("CLS-04");
    assertThat(decided.verdict("CLS-04")).isEqualTo(MET);
    assertThat(List.of("SUP-01", "OPT-01", "OPT-02", "OPT-05", "DIS-01", "DIS-02", "DIS-03"))
        .allSatisfy(id -> assertThat(decided.verdict(id)).as(id).isEqualTo(NOT_APPLICABLE));
    assertThat(decided.verdict("HDR-01")).isEqualTo(UNDETERMINED);
  }

  private static Fact order() {
    return new Relationship(
        Relationship.Category.TRANSACTION, true, "order 123", "the order database");
  }

  @Test
  @DisplayName(
      "G22 an objection to the newsletter does not stop promotions, once the kind is known")
  void g22AnObjectionToOneKindIsForThatKind() {
    RecordedFacts facts =
        RecordedFacts.of(
            Known.RECIPIENT,
            Known.ACME,
            Known.sent(SENT),
            Known.optOut("2026-02-04T10:00:00", "Newsletter"));

    assertThat(
            Decided.of(
                    Eml.fullSet(),
                    facts.and(new MessageKind("Promotions", "the mapping of campaigns")))
                .verdict("SUP-01"))
        .isEqualTo(MET);
    assertThat(Decided.of(Eml.fullSet(), facts).verdict("SUP-01")).isEqualTo(UNDETERMINED);
    assertThat(
            Decided.of(
                    Eml.fullSet(),
                    facts.and(new MessageKind("Newsletter", "the mapping of campaigns")))
                .verdict("SUP-01"))
        .isEqualTo(VIOLATED);
  }

  private static Finding transfer(boolean complianceOnly) {
    return CanSpamRules.evaluateRecords(
            RecordedFacts.of(
                Known.optOut("2026-03-02T10:00:00"),
                new Transfer(
                    Known.RITA,
                    "Acme",
                    complianceOnly ? "an affiliate's mailing service" : "a broker",
                    Known.at("2026-03-04T10:00:00"),
                    true,
                    complianceOnly,
                    "the contract")),
            DAY)
        .stream()
        .filter(finding -> finding.requirement().equals("SUP-04"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("G23 an address sold two days after the objection violates: there is no grace")
  void g23ASaleAfterTheObjectionViolates() {
    assertThat(transfer(false).verdict()).isEqualTo(VIOLATED);
  }

  @Test
  @DisplayName("G24 a list of objections given solely to be left out keeps the rule")
  void g24AListToBeLeftOutIsCompliance() {
    assertThat(transfer(true).verdict()).isEqualTo(MET);
  }

  @Test
  @DisplayName("G25 an empty box ticked after the objection lifts it; a purchase does not")
  void g25ConsentAfterTheObjectionLiftsIt() {
    Decided ticked =
        after(
            "2026-01-12T10:00:00",
            "2026-04-14T10:00:00",
            Known.consent("2026-03-03T12:00:00", true));
    Decided bought =
        after(
            "2026-01-12T10:00:00",
            "2026-04-14T10:00:00",
            Known.consent("2026-03-03T12:00:00", false));

    assertThat(ticked.verdict("SUP-01")).isEqualTo(MET);
    assertThat(ticked.verdict("SUP-05")).isEqualTo(MET);
    assertThat(bought.verdict("SUP-01")).isEqualTo(VIOLATED);
    assertThat(bought.verdict("SUP-05")).isEqualTo(NOT_APPLICABLE);
  }

  @Test
  @DisplayName("An objection made to somebody else does not bind the sender")
  void anObjectionToSomebodyElseDoesNotBindTheSender() {
    Fact other =
        new org.proffer.law.canspam.recorded.OptOutRequest(
            Known.RITA,
            Set.of("BankCo"),
            Known.at("2026-01-12T10:00:00"),
            Set.of(),
            "BankCo's log");

    assertThat(
            Decided.of(Eml.fullSet(), Known.RECIPIENT, Known.ACME, Known.sent(SENT), other)
                .verdict("SUP-01"))
        .isEqualTo(MET);
  }
}
