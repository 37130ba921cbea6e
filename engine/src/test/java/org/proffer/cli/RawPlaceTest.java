package org.proffer.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.proffer.law.Span;
import org.proffer.mail.ByteSource;
import org.proffer.mail.MessageParser;
import org.proffer.mail.ParseBudget;
import org.proffer.mail.ParsedMessage;

/** Words of a decoded body, found again in the raw message. */
class RawPlaceTest {
  private static String raw(String encoding, String encoded, String words) throws IOException {
    byte[] bytes =
        ("From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: "
                + encoding
                + "\r\n\r\n"
                + encoded)
            .getBytes(UTF_8);
    ParsedMessage message = new MessageParser(ParseBudget.DEFAULT).parse(ByteSource.of(bytes));
    byte[] decoded = message.root().text().text().getBytes(UTF_8);
    int offset = new String(decoded, ISO_8859_1).indexOf(words);
    assertThat(offset).as("the words in the decoded text").isNotNegative();
    RawPlace place =
        RawPlace.of(
            new Span(message.root().section(), offset, words.length(), words), bytes, message);
    return new String(bytes, place.offset(), place.length(), ISO_8859_1);
  }

  @Test
  void wordsThatAreNotEncodedStandAsTheyAre() throws IOException {
    assertThat(raw("8bit", "Gr\u00fc\u00dfe.\r\nUnsubscribe here\r\n", "Unsubscribe"))
        .isEqualTo("Unsubscribe");
  }

  @Test
  void quotedWordsAreFoundAcrossSoftLineBreaks() throws IOException {
    assertThat(
            raw(
                "quoted-printable",
                "Gr=C3=BC=\r\n=C3=9Fe.\r\nUnsub=\r\nscribe =3D\r\n",
                "Unsubscribe ="))
        .isEqualTo("Unsub=\r\nscribe =3D");
  }

  @Test
  void wordsInBase64AreFoundInTheLineThatHoldsThem() throws IOException {
    String text = "A line of text that is long enough for the encoder.\r\nUnsubscribe here.\r\n";
    String encoded =
        Base64.getMimeEncoder(40, new byte[] {'\r', '\n'}).encodeToString(text.getBytes(UTF_8));

    // The first digits that belong to the words may carry bits of the byte before.
    String found = raw("base64", encoded, "Unsubscribe");
    assertThat(encoded).contains(found);
    int digits = encoded.substring(0, encoded.indexOf(found)).replace("\r\n", "").length();
    assertThat(digits).isEqualTo(text.indexOf("Unsubscribe") * 8 / 6);
  }
}
