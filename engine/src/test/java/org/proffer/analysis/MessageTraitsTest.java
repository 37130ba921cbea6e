package org.proffer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.proffer.mail.ByteSource;
import org.proffer.mail.MessageParser;
import org.proffer.mail.ParseBudget;
import org.proffer.mail.ParsedMessage;

class MessageTraitsTest {
  private static MessageTraits traits(String header, String body) {
    String message =
        (header
                + "Date: Wed, 2 Mar 2005 10:11:12 +0000\nSubject: An offer\nMessage-ID: <1@garden.example>\n\n"
                + body)
            .replace("\n", "\r\n");
    try {
      ParsedMessage parsed =
          new MessageParser(ParseBudget.DEFAULT)
              .parse(ByteSource.of(message.getBytes(StandardCharsets.UTF_8)));
      return MessageTraits.of(parsed, new MessageAnalysis().analyze(parsed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageTraits received(String... lines) {
    StringBuilder header = new StringBuilder();
    for (String line : lines) {
      header.append("Received: from ").append(line).append("; Wed, 2 Mar 2005 10:11:12 +0000\n");
    }
    return traits(header + "From: Roses <ann@garden.example>\n", "Roses.");
  }

  private static boolean shows(MessageTraits traits, Method method) {
    return (traits.methods() & method.shownBit()) != 0;
  }

  private static boolean isUntold(MessageTraits traits, Method method) {
    return (traits.methods() & method.untoldBit()) != 0;
  }

  @Test
  void theNetworkIsThatOfTheFirstPublicAddressFromTheTop() {
    MessageTraits traits =
        received(
            "inner.office.example (inner.office.example [10.1.2.3]) by mail.office.example",
            "mx.garden.example (mx.garden.example [198.51.100.77]) by inner.office.example",
            "forged.example (forged.example [203.0.113.9]) by mx.garden.example");

    assertThat(traits.network()).isEqualTo("198.51.100.0/24");
    assertThat(traits.receivedAt()).isEqualTo(Instant.parse("2005-03-02T10:11:12Z"));
  }

  @Test
  void withoutAPublicAddressNoNetworkIsNamedAndTheLineCannotBeTold() {
    MessageTraits traits = received("pc (pc [192.168.1.2]) by mail.office.example");

    assertThat(traits.network()).isEmpty();
    assertThat(isUntold(traits, Method.END_USER_LINE)).isTrue();
    assertThat(shows(traits, Method.END_USER_LINE)).isFalse();
  }

  @Test
  void aNetworkOfTheSixthVersionHasFortyEightBits() {
    assertThat(MessageTraits.network("2001:db8:7:1::9")).isEqualTo("2001:db8:7::/48");
    assertThat(MessageTraits.network("not an address")).isEmpty();
    assertThat(MessageTraits.network("999.1.1.1")).isEmpty();
  }

  @Test
  void anAddressWhoseNameIsThatOfALineIsAnEndUsers() {
    assertThat(
            shows(
                received(
                    "x (dsl-198-51-100-77.isp.example [198.51.100.77]) by mail.office.example"),
                Method.END_USER_LINE))
        .isTrue();
    assertThat(
            shows(
                received("x (77.100.51.198.isp.example [198.51.100.77]) by mail.office.example"),
                Method.END_USER_LINE))
        .as("the numbers backwards")
        .isTrue();
    MessageTraits server =
        received(
            "mail.garden.example (mail.garden.example [198.51.100.77]) by mail.office.example");
    assertThat(shows(server, Method.END_USER_LINE)).isFalse();
    assertThat(isUntold(server, Method.END_USER_LINE)).isFalse();
  }

  @Test
  void aDomainOneLetterFromAKnownNameIsALookAlike() {
    MessageTraits false1 = traits("From: PayPal <service@paypa1.com>\n", "Roses.");
    MessageTraits true1 = traits("From: PayPal <service@paypal.com>\n", "Roses.");

    assertThat(shows(false1, Method.LOOK_ALIKE)).isTrue();
    assertThat(shows(true1, Method.LOOK_ALIKE)).isFalse();
    assertThat(
            shows(
                traits("From: a@garden.example\n", "See http://www.paypa1.com/x"),
                Method.LOOK_ALIKE))
        .as("the domain of a link")
        .isTrue();
  }

  @Test
  void theLinkedDomainIsTheOneThatMostAddressesLeadTo() {
    assertThat(
            traits(
                    "From: a@garden.example\n",
                    "http://one.example/1 https://shop.two.example/2 http://www.two.example/3")
                .linkedDomain())
        .isEqualTo("two.example");
    assertThat(
            traits("From: a@garden.example\n", "http://one.example/1 http://two.example/")
                .linkedDomain())
        .as("of as many, the first")
        .isEqualTo("one.example");
    assertThat(traits("From: a@garden.example\n", "No address. ftp://one.example/").linkedDomain())
        .isEmpty();
  }

  @Test
  void theVocabularyOfAPageIsNoLink() {
    assertThat(
            traits(
                    "From: a@garden.example\nMIME-Version: 1.0\nContent-Type: text/html\n",
                    "<html xmlns=\"http://www.w3.org/1999/xhtml\"><a href='http://buy.one.example/x'>Buy</a>")
                .linkedDomain())
        .isEqualTo("one.example");
  }

  @Test
  void anImageAloneIsAMethodAndWordsAreNot() {
    String html = "From: a@garden.example\nMIME-Version: 1.0\nContent-Type: text/html\n";

    assertThat(
            shows(
                traits(
                    html, "<a href='http://one.example/'><img src='http://one.example/a.png'></a>"),
                Method.IMAGE_ONLY))
        .isTrue();
    assertThat(
            shows(
                traits(html, "<p>Our roses are in bloom again this spring.</p>"),
                Method.IMAGE_ONLY))
        .isFalse();
  }

  @Test
  void aFieldThatStandsTwiceIsATraceOfForging() {
    MessageTraits traits = traits("From: a@garden.example\n", "Roses.");
    MessageTraits noId =
        traits("From: a@garden.example\nMessage-ID: <2@garden.example>\n", "Roses.");

    assertThat(shows(traits, Method.FORGED_HEADER)).isFalse();
    assertThat(shows(noId, Method.FORGED_HEADER)).as("two Message-IDs").isTrue();
  }

  @Test
  void nothingIsToldOfAMessageThatCouldNotBeRead() {
    for (Method method : Method.values()) {
      assertThat(isUntold(MessageTraits.UNTOLD, method)).isTrue();
      assertThat(shows(MessageTraits.UNTOLD, method)).isFalse();
    }
  }
}
