package org.proffer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proffer.law.canspam.Observation;

class PostalAddressTest {

  private static Observation in(String text) {
    return Letter.plain("The spring list of our greenhouse is out.\n\n" + text)
        .facts()
        .postalAddress();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123 Main Street, Springfield, IL 62701",
        "Acme Inc. | 500 West Elm Ave. Suite 4 | Portland, OR 97201-1234 USA",
        "One Garden Plaza, Washington, D.C. 20076",
        "P.O. Box 18360, Minneapolis, MN 55418",
        "PMB 214, 500 Main St, Reno, NV 89501",
        "160 White Pines Dr., Alpharetta Ga, 30004",
        "901 San Antonio Road, Palo Alto, California 94303 USA",
        "1223 Longworth HOB Washington, DC 20515",
        "10 Downing Street, London SW1A 2AA",
        "100 Queen Street West, Toronto, ON M5H 2N2",
        "27 rue des Rosiers, 75004 Paris, France",
        "Lindenstra\u00dfe 12, 10969 Berlin",
        "Keizersgracht 123, 1015 CJ Amsterdam, Netherlands",
        "200 George Street, Sydney NSW 2000",
        "12 MG Road, Bengaluru, Karnataka 560001, India",
        "8 Finance Street, Central, Hong Kong",
        "Via Roma 12, 00184 Roma, Italia"
      })
  void addressesOfManyFormsAreFound(String address) {
    assertThat(in(address).isPresent()).as(address).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The state of the floor is poor.",
        "Order 12345 shipped in 2 boxes, IL 6270",
        "We have 50000 readers in WA and OR, and 12 prizes.",
        "Call 800-555-0100 or see https://a.example/12-Main-Street-Springfield-IL-62701",
        "Save $12345 on CA 90210 living",
        "Your appointment is at 1021 Mercer Street.",
        "Ship to: Jane Roe, 77 Oak Lane, Dallas, TX 75201",
        "Venue: City Hall, 1 Main Street, Boston, MA 02108",
        "In 1984 the road to the house in England was closed."
      })
  void otherNumbersAndPlacesAreNoAddressOfTheSender(String text) {
    assertThat(in(text).isPresent()).as(text).isFalse();
  }

  @Test
  void aZipCodeOfAnotherStateIsNamed() {
    assertThat(in("99 Elm Street, Springfield, IL 62701").because())
        .anyMatch(b -> b.contains("lies in IL"));
    assertThat(in("99 Elm Street, Springfield, MO 04837").because())
        .anyMatch(b -> b.contains("does not lie in MO"));
  }

  @Test
  void statesAndPrefixesAgreeAtTheirEnds() {
    assertThat(UsStates.agree("CA", "90001")).isTrue();
    assertThat(UsStates.agree("CA", "96199")).isTrue();
    assertThat(UsStates.agree("CA", "96200")).isFalse();
    assertThat(UsStates.agree("NY", "00501")).isTrue();
    assertThat(UsStates.code("ny")).isEqualTo("NY");
    assertThat(UsStates.code("New York")).isEqualTo("NY");
    assertThat(UsStates.code("floor")).isEmpty();
  }

  @Test
  void anAddressHeldByALinkOrBrokenByLinesIsRead() {
    assertThat(
            Letter.html("<p>Acme<br>12 Elm Street<br><a href='#'>Springfield, IL 62701</a></p>")
                .facts()
                .postalAddress()
                .isPresent())
        .isTrue();
  }

  @Test
  void aLinkToAPageWithTheAddressIsNotTheAddress() {
    assertThat(
            Letter.html(
                    "<p>Roses are in bloom at our place</p><a href='https://a.example'>our address</a>")
                .facts()
                .postalAddress()
                .isAbsent())
        .isTrue();
  }

  private static boolean address(String text) {
    return Letter.plain(text).facts().postalAddress().isPresent();
  }

  @Test
  void aBrazilianStreetIsKnownByItsCodeOrItsState() {
    assertThat(address("Acme Flores\nRua das Rosas, 12 - Bairro Azul - CEP: 01310-100")).isTrue();
    assertThat(address("Acme Flores\nRua das Rosas, 12. Bairro Azul - Curitiba/PR")).isTrue();
    assertThat(address("O pedido 01310-100 chegou. Rosas para todos")).isFalse();
  }

  @Test
  void aCodeMayFollowTheCity() {
    assertThat(address("Acme Fleurs, 5 rue des Lilas, Lyon 69003")).isTrue();
    assertThat(address("Roses for 5 friends, Lyon 69003")).isFalse();
    assertThat(address("Acme Bloemen, Rozenstraat 4e\nGroenlo, 7141 CP")).isTrue();
  }

  @Test
  void aBritishAddressNeedsNoNumber() {
    assertThat(address("Registered office: Acme Roses Ltd, Garden House, Leeds, LS1 4AP")).isTrue();
    assertThat(address("The bulbs of lot LS1 4AP bloom in our garden, early and late")).isFalse();
  }

  @Test
  void aStreetBrokenByLinesBehindCommasIsOne() {
    assertThat(address("Unit 4, 2/F,\nTower B, Rose Plaza,\nKowloon, Hong Kong")).isTrue();
  }

  @Test
  void aSectionOfABillIsNoStreet() {
    assertThat(address("under H.R.4176-SECTION 101 and Bill s.1618 TITLE III")).isFalse();
  }
}
