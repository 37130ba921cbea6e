package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MessageParserTest {
  private static final String HEAD =
      "From: \"Doe, Jane\" <jane@example.com>\r\n"
          + "Date: Wed, 2 Mar 2005 05:11:12 -0500\r\n"
          + "Message-ID: <1@example.com>\r\n"
          + "Subject: =?utf-8?q?Caf=C3=A9?=\r\n";

  private static ParsedMessage parse(String text) throws IOException {
    return new MessageParser(ParseBudget.DEFAULT)
        .parse(ByteSource.of(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String text(Part part) {
    return Objects.requireNonNull(part.text()).text();
  }

  @Test
  void anOrdinaryMessageHasNoDefects() throws IOException {
    ParsedMessage message = parse(HEAD + "\r\nHello\r\n");

    assertThat(message.outcome()).isEqualTo(ParsedMessage.Outcome.PARSED);
    assertThat(message.subject()).isEqualTo("Café");
    assertThat(message.from()).containsExactly(new Mailbox("Doe, Jane", "jane", "example.com"));
    assertThat(message.date()).isEqualTo(Instant.parse("2005-03-02T10:11:12Z"));
    assertThat(message.root().section()).isEqualTo("1");
    assertThat(text(message.root())).isEqualTo("Hello\r\n");
  }

  @Test
  void theOffsetsOfAFieldLeadBackToItsBytes() throws IOException {
    String source = HEAD + "\r\nHello\r\n";
    HeaderField subject = parse(source).header("Subject").orElseThrow();

    assertThat(source.substring((int) subject.offset(), (int) subject.offset() + subject.length()))
        .isEqualTo("Subject: =?utf-8?q?Caf=C3=A9?=\r\n");
  }

  @Test
  void partsAreNumberedAsInImap() throws IOException {
    ParsedMessage message =
        parse(
            HEAD
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"
                + "--c\r\n\r\nplain\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>html\r\n--c--\r\n"
                + "--b\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lG\r\n--b--\r\n");

    assertThat(message.parts().map(Part::section).toList())
        .isEqualTo(List.of("", "1", "1.1", "1.2", "2"));
    assertThat(text(message.root().children().get(0).children().get(0))).isEqualTo("plain");
    assertThat(message.root().children().get(1).decodedLength()).isEqualTo(3);
    assertThat(message.outcome()).isEqualTo(ParsedMessage.Outcome.PARSED);
  }

  @Test
  void aPartsRangeIsItsEncodedBody() throws IOException {
    String source =
        HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nplain\r\n--b--\r\n";
    Part part = parse(source).root().children().get(0);

    assertThat(source.substring((int) part.offset(), (int) (part.offset() + part.length())))
        .isEqualTo("plain");
  }

  @Test
  void anUnclosedMultipartIsReadAndNamed() throws IOException {
    ParsedMessage message =
        parse(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nplain\r\n");

    assertThat(message.defects())
        .extracting(Defect::code)
        .contains(DefectCode.MULTIPART_NOT_CLOSED);
    assertThat(text(message.root().children().get(0))).isEqualTo("plain\r\n");
  }

  @Test
  void missingFieldsAreDefects() throws IOException {
    assertThat(parse("Subject: x\r\n\r\ny").defects())
        .extracting(Defect::code)
        .contains(DefectCode.MISSING_DATE, DefectCode.MISSING_FROM, DefectCode.MISSING_MESSAGE_ID);
  }

  @Test
  void nestingBeyondTheBudgetIsQuarantined() throws IOException {
    StringBuilder nested = new StringBuilder(HEAD);
    for (int i = 0; i < 200; i++) {
      nested
          .append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\r\n\r\n--b")
          .append(i)
          .append("\r\n");
    }
    ParsedMessage message = parse(nested.toString());

    assertThat(message.outcome()).isEqualTo(ParsedMessage.Outcome.QUARANTINED);
    assertThat(message.quarantineReason()).contains("nested deeper than 50");
  }

  @Test
  void aMillionTinyPartsAreQuarantined() throws IOException {
    String parts = "--b\r\n\r\n".repeat(200_000);
    ParsedMessage message =
        parse(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts);

    assertThat(message.outcome()).isEqualTo(ParsedMessage.Outcome.QUARANTINED);
  }

  @Test
  void twoDigitYearsAndObsoleteZonesAreRead() {
    assertThat(DateField.read("22 Aug 02 10:00:00 PDT"))
        .isEqualTo(Instant.parse("2002-08-22T17:00:00Z"));
    assertThat(DateField.read("31 Feb 2002 10:00:00 GMT")).isNull();
  }

  @Test
  void irregularDatesAreReadWhereTheyMeanOneInstant() {
    assertThat(DateField.read("Sat, 8 Jun 2002 1:5:13 +-0500"))
        .isEqualTo(Instant.parse("2002-06-08T06:05:13Z"));
    assertThat(DateField.read("Sat Sep 21 08:18:08 2002"))
        .isEqualTo(Instant.parse("2002-09-21T08:18:08Z"));
    assertThat(DateField.read("Tue, 14 May 2002 05:03:47 -1900"))
        .isEqualTo(Instant.parse("2002-05-15T00:03:47Z"));
    assertThat(DateField.read("2005-03-02T05:11:12-05:00"))
        .isEqualTo(Instant.parse("2005-03-02T10:11:12Z"));
    assertThat(DateField.read("02-07-2024")).isNull();
  }

  @Test
  void aReceivedLineOfTheCommonFormIsUnderstood() throws IOException {
    Hop hop =
        parse(
                "Received: from mail.example.org (host.example.net [192.0.2.7])\r\n"
                    + "\tby mx.example.com with ESMTP id ABC for <jane@example.com>; Wed, 2 Mar 2005 05:11:15 -0500\r\n"
                    + HEAD
                    + "\r\nx")
            .hops()
            .get(0);

    assertThat(hop.from()).isEqualTo("mail.example.org");
    assertThat(hop.fromReverseName()).isEqualTo("host.example.net");
    assertThat(hop.fromAddress()).isEqualTo("192.0.2.7");
    assertThat(hop.by()).isEqualTo("mx.example.com");
    assertThat(hop.at()).isEqualTo(Instant.parse("2005-03-02T10:11:15Z"));
  }

  @Test
  void aVeryLongHeaderLineDoesNotInventAField() throws IOException {
    ParsedMessage message =
        parse(
            HEAD + "X-Long: " + "a".repeat(70_000) + "Forged: evil\r\n\r\n" + "x".repeat(1 << 20));

    assertThat(message.header("X-Long").orElseThrow().value()).hasSize(70_000 + 12);
    assertThat(message.headers()).hasSize(5);
  }

  @Test
  void aBodyWithoutAnEmptyLineBeforeItIsKept() throws IOException {
    ParsedMessage message = parse(HEAD + "Buy now\r\nand save\r\n");

    assertThat(text(message.root())).isEqualTo("Buy now\r\nand save\r\n");
    assertThat(message.defects()).extracting(Defect::code).contains(DefectCode.MISSING_EMPTY_LINE);
  }

  @Test
  void aBadLineBetweenFieldsIsNoBody() throws IOException {
    assertThat(parse("X-A: 1\r\nnonsense\r\n" + HEAD + "\r\nHello").subject())
        .isEqualTo("Caf\u00e9");
  }

  @Test
  void theTextOfAMultipartWithoutItsBoundaryIsKept() throws IOException {
    ParsedMessage message =
        parse(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\nBuy now\r\n");

    assertThat(text(message.root().children().get(0))).isEqualTo("Buy now\r\n");
    assertThat(message.root().children().get(0).section()).isEqualTo("1");
  }

  @Test
  void noTwoPartsShareASectionNumber() throws IOException {
    ParsedMessage message =
        parse(
            HEAD
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\none\r\n"
                + "--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ntwo\r\n--b--\r\n");

    assertThat(message.parts().map(Part::section).toList()).isEqualTo(List.of("", "1", "2", "2.1"));
  }
}
