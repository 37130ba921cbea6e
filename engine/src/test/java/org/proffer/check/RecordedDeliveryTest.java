package org.proffer.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.proffer.authentication.DnsSnapshot;
import org.proffer.authentication.Evaluation;
import org.proffer.authentication.Outcome;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Transmission;
import org.proffer.mail.ByteSource;

class RecordedDeliveryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
  private static final String RECEIVED =
      "Received: from mta.shop.example (mta.shop.example [192.0.2.1]) by mx.own.example;"
          + " Mon, 2 May 2016 12:00:00 +0000\r\n";
  private static final String HEADER =
      "From: Shop <a@shop.example>\r\nDate: Sun, 1 May 2016 09:00:00 +0000\r\n";
  private static final String RECORDS =
      """
      2016-05-02T00:00:00Z\t2016-05-03T00:00:00Z\tresolver log\tshop.example\tTXT\tDATA\t"v=spf1 ip4:192.0.2.1 -all"
      2016-05-02T00:00:00Z\t2016-05-03T00:00:00Z\tresolver log\t_dmarc.shop.example\tTXT\tDATA\t"v=DMARC1; p=reject"
      """;

  private static CheckedSender check(String message, RecordedFacts recorded, String... servers)
      throws IOException {
    DnsSnapshot dns = DnsSnapshot.read(new StringReader(RECORDS));
    RecordedDelivery delivery = RecordedDelivery.of(dns, Duration.ZERO, null, List.of(servers));
    return new MessageCheck(delivery)
        .check(ByteSource.of(bytes(message)), recorded, null, TODAY)
        .sender();
  }

  private static CheckedSender check(String message, String... servers) throws IOException {
    return check(message, RecordedFacts.NONE, servers);
  }

  private static byte[] bytes(String message) {
    return message.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void theLineOfTheReceivingServerTellsWhoHandedTheMessageIn() throws IOException {
    CheckedSender sender =
        check(
            "Return-Path: <bounce@shop.example>\r\n" + RECEIVED + HEADER + "\r\nHello\r\n",
            "MX.own.example");
    assertThat(sender.receivedAt()).isEqualTo(Instant.parse("2016-05-02T12:00:00Z"));
    assertThat(sender.receivedSays()).isEqualTo("Received line of mx.own.example");
    assertThat(sender.report().spf().outcome()).isEqualTo(Outcome.PASS);
    assertThat(sender.report().dmarc().outcome()).isEqualTo(Outcome.PASS);
    assertThat(sender.report().dkim())
        .extracting(Evaluation::outcome)
        .containsExactly(Outcome.NONE);
    assertThat(sender.report().arc().outcome()).isEqualTo(Outcome.NONE);
  }

  @Test
  void aLineOfAServerNobodyNamedGivesTheTimeAndNoClient() throws IOException {
    CheckedSender sender =
        check("Return-Path: <bounce@shop.example>\r\n" + RECEIVED + HEADER + "\r\nHello\r\n");
    assertThat(sender.receivedAt()).isEqualTo(Instant.parse("2016-05-02T12:00:00Z"));
    assertThat(sender.receivedSays()).isEqualTo("top Received line");
    assertThat(sender.report().spf().outcome()).isEqualTo(Outcome.NOT_EVALUABLE);
    assertThat(sender.report().spf().reason())
        .startsWith("no record of that date: the address of the client");
  }

  @Test
  void aForgedLineBelowTheServersOwnIsNotRead() throws IOException {
    CheckedSender sender =
        check(
            "Return-Path: <bounce@shop.example>\r\n"
                + RECEIVED.replace("192.0.2.1", "203.0.113.9")
                + RECEIVED
                + HEADER
                + "\r\nHello\r\n",
            "mx.own.example");
    assertThat(sender.report().spf().outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void aReturnPathThatCameWithTheMessageIsNotItsMailFrom() throws IOException {
    CheckedSender sender =
        check(
            RECEIVED + "Return-Path: <bounce@shop.example>\r\n" + HEADER + "\r\nHello\r\n",
            "mx.own.example");
    assertThat(sender.report().spf().outcome()).isEqualTo(Outcome.NOT_EVALUABLE);
    assertThat(sender.report().spf().reason()).contains("the MAIL FROM address");
  }

  @Test
  void anAddressThatIsNoneIsAnUnknownClient() throws IOException {
    CheckedSender sender =
        check(
            "Return-Path: <bounce@shop.example>\r\n"
                + RECEIVED.replace("192.0.2.1", "192.0.2.999")
                + HEADER
                + "\r\nHello\r\n",
            "mx.own.example");
    assertThat(sender.report().spf().outcome()).isEqualTo(Outcome.NOT_EVALUABLE);
  }

  @Test
  void aRecordedTransmissionGoesBeforeWhatTheMessageSays() throws IOException {
    Instant logged = Instant.parse("2016-05-02T23:00:00Z");
    CheckedSender sender =
        check(
            RECEIVED + HEADER + "\r\nHello\r\n",
            RecordedFacts.of(new Transmission(logged, null, "log of the relay")));
    assertThat(sender.receivedAt()).isEqualTo(logged);
    assertThat(sender.receivedSays()).isEqualTo("log of the relay");
  }

  @Test
  void dataOfAnotherDayIsNotUsed() throws IOException {
    CheckedSender sender = check(HEADER + "\r\nHello\r\n");
    assertThat(sender.receivedSays()).isEqualTo("Date field");
    assertThat(sender.report().dmarc().outcome()).isEqualTo(Outcome.NOT_EVALUABLE);
    assertThat(sender.report().dmarc().reason())
        .isEqualTo("no record of that date: _dmarc.shop.example TXT");
  }

  @Test
  void aMessageWithoutAnyDateIsNotEvaluable() throws IOException {
    CheckedSender sender = check("From: a@shop.example\r\n\r\nHello\r\n");
    assertThat(sender.receivedAt()).isNull();
    assertThat(sender.report().spf().reason())
        .isEqualTo("no record of that date: when the message was received is not known");
  }

  @Test
  void withoutRecordedDataNothingIsSaid() throws IOException {
    CheckedSender sender =
        new MessageCheck()
            .check(
                ByteSource.of(bytes(RECEIVED + HEADER + "\r\n")), RecordedFacts.NONE, null, TODAY)
            .sender();
    assertThat(sender.report().dkim())
        .extracting(Evaluation::reason)
        .containsExactly("no record of that date: no recorded DNS data was given");
  }
}
