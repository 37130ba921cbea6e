package org.proffer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proffer.law.Verdict.MET;
import static org.proffer.law.Verdict.UNDETERMINED;
import static org.proffer.law.Verdict.VIOLATED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proffer.law.Verdict;

/** What other checkers get wrong, each as a sentence about the world. */
class PublicCheckersMistakesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unsubscribe: http://acme.example/unsubscribe",
        "To unsubscribe visit http://acme.example/unsubscribe?u=1",
        "Click to unsubscribe http://acme.example/list/unsubscribe/8842"
      })
  void anOrdinaryUnsubscribeLinkIsAnOptOut(String words) {
    Decided decided =
        Decided.of(Eml.mail().body(Eml.OFFER, Eml.IDENTIFIER, words + "\n", Eml.ADDRESS));

    assertThat(decided.verdict("OPT-01")).isEqualTo(MET);
  }

  @Test
  void aNoReplyAddressInTheFromLineIsNoViolation() {
    Decided decided =
        Decided.of(
            Eml.mail()
                .from("Acme Garden <no-reply@acme.example>")
                .body(Eml.OFFER, Eml.IDENTIFIER, Eml.OPT_OUT, Eml.ADDRESS));

    assertThat(decided.message().findings())
        .noneMatch(finding -> finding.verdict() == Verdict.VIOLATED);
    assertThat(decided.verdict("OPT-01")).isEqualTo(MET);
  }

  @Test
  void mainStreetCanBeAnAddress() {
    Decided decided =
        Decided.of(
            Eml.mail()
                .body(
                    Eml.OFFER,
                    Eml.IDENTIFIER,
                    Eml.OPT_OUT,
                    "Acme Garden, 123 Main Street, Springfield, IL 62701\n"));

    assertThat(decided.verdict("DIS-03")).isEqualTo(UNDETERMINED);
    assertThat(decided.message().facts().postalAddress().isPresent()).isTrue();
  }

  @Test
  void theWordsStateAndFloorAreNoAddress() {
    Decided decided =
        Decided.of(
            Eml.mail()
                .body(
                    Eml.OFFER,
                    "The state of the garden: visit our second floor, suite of the season.\n",
                    Eml.IDENTIFIER,
                    Eml.OPT_OUT));

    assertThat(decided.verdict("DIS-03")).isEqualTo(VIOLATED);
  }

  @Test
  void theTenDaysFollowTheHolidayCalendarAndNotTheCalendarOfDays() {
    // Received on Monday 8 June 2026, Juneteenth on Friday the 19th: day 10 is Tuesday the 23rd.
    assertThat(sent("2026-06-23T09:00:00")).isEqualTo(MET);
    assertThat(sent("2026-06-24T09:00:00")).isEqualTo(VIOLATED);
  }

  private static Verdict sent(String local) {
    return Decided.of(
            Eml.fullSet(),
            Known.RECIPIENT,
            Known.ACME,
            Known.optOut("2026-06-08T09:00:00"),
            Known.sent(local))
        .verdict("SUP-01");
  }

  @Test
  void noWordIsPrescribedForTheIdentifier() {
    Decided decided =
        Decided.of(
            Eml.mail()
                .subject("ADV: spring bulbs")
                .body(Eml.OFFER, "Sponsored mail of Acme Garden.\n", Eml.OPT_OUT, Eml.ADDRESS));

    assertThat(decided.verdict("DIS-01")).isNotEqualTo(VIOLATED);
  }
}
