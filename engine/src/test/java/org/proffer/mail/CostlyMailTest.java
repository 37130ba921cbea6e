package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mail made to be slow to read. */
class CostlyMailTest {
  private static final String HEAD = DefectFixtures.HEAD + "MIME-Version: 1.0\r\n";
  private static final int LARGE = 3_900_000;

  private static String filled(String field, String piece) {
    return HEAD + field + piece.repeat(LARGE / piece.length()) + "\r\n\r\nx\r\n";
  }

  private static Arguments mail(String what, String text) {
    return Arguments.of(what, text);
  }

  static Stream<Arguments> messages() {
    String mixed = HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    return Stream.of(
        mail("a hundred thousand parts", mixed + "--b\r\n\r\nx\r\n".repeat(100_000)),
        mail("a million fields", HEAD + "A: b\r\n".repeat(1_000_000)),
        mail("a million folded lines", HEAD + "A: b\r\n" + " c\r\n".repeat(1_000_000)),
        mail("words that never end", filled("Subject: ", "=?u?q?x ")),
        mail("many words", filled("Subject: ", "=?utf-8?b?w6k=?= ")),
        mail("words without a letter", filled("Subject: ", "=?")),
        mail("many addresses", filled("From: ", "a@a.example, ")),
        mail("open comments", filled("From: ", "(")),
        mail("open quotes", filled("From: ", "\"\\")),
        mail("open angles", filled("From: ", "<a@")),
        mail("a long identifier", filled("Message-ID: <", "a@")),
        mail("a long date", filled("Date: ", "1 ")),
        mail("a date of comments", filled("Date: ", "(a")),
        mail("many parameters", filled("Content-Type: text/plain", "; a=b")),
        mail("many pieces", filled("Content-Type: text/plain", "; name*1*=%41")),
        mail("a long version", filled("MIME-Version: ", "(")),
        mail("hops of brackets", hops("from (((((((((([[[[[[[[[[ ")),
        mail("hops of numbers", hops("1.2.3.4.5.6.7.8.9.")),
        mail("hops of colons", hops("1:2:3:4:5:6:7:8:9:")),
        mail("hops of words", hops("from a by b with c id d for e ")),
        mail("hops of one word", hops("by ")),
        mail("hops of software", hops("by a (Exim with smtp ")),
        mail("hops of Microsoft", hops("with Microsoft SMTP Server ")),
        mail("lines like boundaries", mixed + "--a\r\n".repeat(1_000_000)),
        mail("equals signs", HEAD + encoded("quoted-printable", "=")),
        mail("broken base64", HEAD + encoded("base64", "=A")),
        mail(
            "a page of meta",
            HEAD + "Content-Type: text/html\r\n\r\n" + "<meta ".repeat(LARGE / 6) + "\u00e9"));
  }

  private static String hops(String piece) {
    String hop = "Received: " + piece.repeat(3_900 / piece.length()) + "\r\n";
    return hop.repeat(1_000) + HEAD + "\r\nx\r\n";
  }

  private static String encoded(String encoding, String piece) {
    return "Content-Transfer-Encoding: "
        + encoding
        + "\r\n\r\n"
        + (piece.repeat(35) + "\r\n").repeat(LARGE / 72);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void noMessageTakesLongerThanFiveSeconds(String what, String text) {
    ByteSource source = ByteSource.of(text.getBytes(StandardCharsets.ISO_8859_1));

    ParsedMessage message =
        assertTimeout(
            Duration.ofSeconds(5), () -> new MessageParser(ParseBudget.DEFAULT).parse(source));

    assertThat(message.length()).isEqualTo(source.length());
  }
}
