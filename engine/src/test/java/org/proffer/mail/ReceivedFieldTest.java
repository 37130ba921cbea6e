package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceivedFieldTest {
  private static final Instant AT = Instant.parse("2005-03-02T10:11:12Z");

  private static Hop read(String line) {
    return ReceivedField.read(new HeaderField("Received", line, line, 0, line.length()));
  }

  static List<String[]> lines() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ReceivedFieldTest.class.getResourceAsStream("received-lines.tsv")),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(l -> !l.startsWith("#")).map(l -> l.split("\t")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void everyFormIsKnownByItsName(String dialect, String line) {
    Hop hop = read(line);

    assertThat(hop.dialect()).isEqualTo(dialect);
    assertThat(hop.at()).isEqualTo(AT);
    if (!line.startsWith("(qmail") && !line.startsWith("(EGP")) {
      assertThat(hop.by()).isNotNull();
    }
  }

  @Test
  void everyFormHasALine() throws IOException {
    assertThat(lines().stream().map(l -> l[0]))
        .containsExactlyElementsOf(
            ReceivedDialects.all().stream().map(ReceivedDialects.Dialect::name).toList());
    assertThat(ReceivedDialects.all()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void eximNamesTheHeloInItsComment() {
    Hop hop =
        read(
            "from host.example ([192.0.2.1] helo=said.example) by b.example with esmtpsa"
                + " (Exim 4.92) id 1-2-3 for j@example.com; Wed, 2 Mar 2005 05:11:12 -0500");

    assertThat(hop.from()).isEqualTo("said.example");
    assertThat(hop.fromReverseName()).isEqualTo("host.example");
    assertThat(hop.fromAddress()).isEqualTo("192.0.2.1");
    assertThat(hop.with()).isEqualTo("esmtpsa");
    assertThat(hop.id()).isEqualTo("1-2-3");
    assertThat(hop.recipient()).isEqualTo("j@example.com");
  }

  @Test
  void qmailNamesTheHeloInItsFirstComment() {
    Hop hop =
        read("from unknown (HELO a.example) (192.0.2.1) by b.example with SMTP; 2 Mar 2005 10:11");

    assertThat(hop.from()).isEqualTo("a.example");
    assertThat(hop.fromReverseName()).isNull();
    assertThat(hop.fromAddress()).isEqualTo("192.0.2.1");
  }

  @Test
  void theLongAddressesAreRead() {
    assertThat(read("from a (a.example [IPv6:2001:db8::1]) by b with ESMTP id 1; x").fromAddress())
        .isEqualTo("2001:db8::1");
    assertThat(read("from a ([::ffff:192.0.2.1]) by b with esmtp; x").fromAddress())
        .isEqualTo("192.0.2.1");
  }

  @Test
  void aFormNobodyKnowsStaysAsItIs() {
    Hop hop = read("over the hills and far away");

    assertThat(hop.raw()).isEqualTo("over the hills and far away");
    assertThat(hop.understood()).isFalse();
    assertThat(hop.by()).isNull();
    assertThat(hop.at()).isNull();
  }
}
