package org.proffer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.proffer.law.Span;
import org.proffer.law.canspam.Observation;
import org.proffer.mail.ByteSource;
import org.proffer.mail.MessageParser;
import org.proffer.mail.ParseBudget;
import org.proffer.mail.ParsedMessage;
import org.proffer.mail.Part;

/** Whatever the text of a message says, an address found in it stands in it. */
class PostalAddressFuzzTest {
  private static final String HEAD =
      "From: Jane <jane@example.com>\r\nDate: Wed, 2 Mar 2005 05:11:12 -0500\r\n"
          + "Message-ID: <1@example.com>\r\nMIME-Version: 1.0\r\nContent-Type: text/";

  static Stream<byte[]> bodies() {
    return Stream.of(
            "plain\r\n\r\nExample Inc., 123 Main Street, Springfield, IL 62701\r\n",
            "plain\r\n\r\nP.O. Box 12\r\nAustin, Texas 78701-1234\r\nUSA\r\n",
            "plain\r\n\r\nWrite to PMB 45, 800 5th Ave. Suite 4100, Seattle WA 98104\r\n",
            "plain; charset=utf-8\r\n\r\n10 Downing Street, London SW1A 2AA, United Kingdom\r\n",
            "html\r\n\r\n<p>Example&nbsp;Inc.<br>123 N. Main St., Apt. 4<br>Dallas, TX 75201</p>",
            "html\r\n\r\n<table><tr><td>Box 7</td><td>Reno, NV</td><td>89501</td></tr></table>")
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @MethodSource("bodies")
  @FuzzTest(maxDuration = "10m")
  void anAddressThatIsFoundStandsInItsPart(byte[] body) throws IOException {
    byte[] head = HEAD.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[head.length + body.length];
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(body, 0, bytes, head.length, body.length);
    ParsedMessage message = new MessageParser(ParseBudget.DEFAULT).parse(ByteSource.of(bytes));

    Observation address = new MessageAnalysis().analyze(message).postalAddress();

    assertThat(address.spans().isEmpty()).isNotEqualTo(address.isPresent());
    for (Span span : address.spans()) {
      Part part =
          message.parts().filter(p -> p.section().equals(span.part())).findFirst().orElseThrow();
      assertThat(span.offset() + (long) span.length()).isLessThanOrEqualTo(part.decodedLength());
    }
  }
}
