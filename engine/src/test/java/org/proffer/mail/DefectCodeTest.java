package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefectCodeTest {
  private static final ParseBudget LITTLE_TEXT =
      new ParseBudget(50, 100, 1_000, 1 << 20, 200, 1 << 20);

  private static ParsedMessage parse(byte[] bytes) throws IOException {
    return new MessageParser(ParseBudget.DEFAULT).parse(ByteSource.of(bytes));
  }

  @ParameterizedTest
  @EnumSource(DefectCode.class)
  void everyDefectIsFoundAtItsByte(DefectCode code) throws IOException {
    String fixture = DefectFixtures.all().get(code);
    assertThat(fixture).as("a fixture for " + code).isNotNull();
    ParseBudget budget = code == DefectCode.TEXT_CUT ? LITTLE_TEXT : ParseBudget.DEFAULT;

    ParsedMessage message =
        new MessageParser(budget).parse(ByteSource.of(DefectFixtures.bytes(fixture)));

    assertThat(message.defects()).contains(new Defect(code, fixture.indexOf(DefectFixtures.MARK)));
  }

  @Test
  void thereAreAtLeastSixtyCodesEachWithCitationAndOrdinaryCause() {
    assertThat(DefectCode.values()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(DefectCode.values())
        .allMatch(code -> code.citation().startsWith("RFC ") && !code.benignCause().isBlank());
  }

  @Test
  void anOrdinaryMessageWithEveryMimeFieldHasNoDefect() throws IOException {
    String message =
        "Received: from a.example (a.example [192.0.2.1])\r\n\tby b.example with ESMTPS id 1x\r\n"
            + "\tfor <john@example.org>; Wed, 2 Mar 2005 05:11:15 -0500 (EST)\r\n"
            + DefectFixtures.HEAD
            + "To: john@example.org\r\nSubject: =?utf-8?q?Caf=C3=A9?=\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=\"b c\"\r\n\r\nA preamble.\r\n"
            + "--b c\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\nCaf=C3=A9\r\n"
            + "--b c\r\nContent-Type: image/gif; name=\"a.gif\"\r\n"
            + "Content-Disposition: attachment; filename=\"a.gif\"\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\nR0lG\r\n--b c--\r\n";

    ParsedMessage parsed = parse(message.getBytes(StandardCharsets.US_ASCII));

    assertThat(parsed.defects()).isEmpty();
    assertThat(parsed.outcome()).isEqualTo(ParsedMessage.Outcome.PARSED);
  }

  @Test
  void noBytesAreQuarantined() throws IOException {
    ParsedMessage empty = parse(new byte[0]);

    assertThat(empty.outcome()).isEqualTo(ParsedMessage.Outcome.QUARANTINED);
    assertThat(empty.quarantineReason()).isEqualTo("There are no bytes.");
  }

  @Test
  void noiseIsQuarantined() throws IOException {
    Random random = new Random(20050302);
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[1 + random.nextInt(5_000)];
      random.nextBytes(noise);
      ParsedMessage parsed = parse(noise);

      assertThat(parsed.outcome()).as("noise " + i).isEqualTo(ParsedMessage.Outcome.QUARANTINED);
      assertThat(parsed.quarantineReason()).isNotBlank();
    }
  }

  @Test
  void aPictureIsQuarantined() throws IOException {
    byte[] png = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(parse(png).quarantineReason()).contains("not a message");
  }
}
