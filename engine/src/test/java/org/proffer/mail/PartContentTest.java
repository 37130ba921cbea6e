package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartContentTest {
  private static final String MESSAGE =
      """
      From: a@example.com
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain

      hello
      --b
      Content-Type: application/octet-stream; name=one
      Content-Transfer-Encoding: base64

      AAEC
      --b
      Content-Type: application/octet-stream; name=two

      plain bytes
      in two lines
      --b
      Content-Type: application/octet-stream; name=three
      Content-Transfer-Encoding: quoted-printable

      a=3Db=
      c
      --b--
      """
          .replace("\n", "\r\n");

  private static List<String> contents(String text) throws IOException {
    ByteSource bytes = ByteSource.of(text.getBytes(StandardCharsets.ISO_8859_1));
    ParsedMessage parsed = new MessageParser(ParseBudget.DEFAULT).parse(bytes);
    return parsed
        .parts()
        .filter(part -> part.sha256() != null)
        .map(
            part -> {
              try {
                return new String(PartContent.of(bytes, parsed, part), StandardCharsets.ISO_8859_1);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            })
        .toList();
  }

  @Test
  void anAttachmentComesOutAsItWasSent() throws IOException {
    assertThat(contents(MESSAGE)).containsExactly("\0\1\2", "plain bytes\r\nin two lines", "a=bc");
  }

  @Test
  void aMessageThatIsAFileComesOutToItsLastLineEnd() throws IOException {
    assertThat(contents("Content-Type: application/pdf\r\n\r\n%PDF-1.4\r\n"))
        .containsExactly("%PDF-1.4\r\n");
  }

  @Test
  void otherBytesThanThoseThatWereParsedAreRefused() throws IOException {
    ByteSource bytes = ByteSource.of(MESSAGE.getBytes(StandardCharsets.ISO_8859_1));
    ParsedMessage parsed = new MessageParser(ParseBudget.DEFAULT).parse(bytes);
    Part part = parsed.parts().filter(p -> p.sha256() != null).findFirst().orElseThrow();
    ByteSource other =
        ByteSource.of(MESSAGE.replace("AAEC", "AAED").getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> PartContent.of(other, parsed, part))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTextHasContentToItsBoundary() throws IOException {
    ByteSource bytes = ByteSource.of(MESSAGE.getBytes(StandardCharsets.ISO_8859_1));
    ParsedMessage parsed = new MessageParser(ParseBudget.DEFAULT).parse(bytes);
    Part text = parsed.parts().filter(p -> p.text() != null).findFirst().orElseThrow();

    assertThat((long) PartContent.of(bytes, parsed, text).length).isEqualTo(text.decodedLength());
  }

  @Test
  void aMultipartHasNone() throws IOException {
    ByteSource bytes = ByteSource.of(MESSAGE.getBytes(StandardCharsets.ISO_8859_1));
    ParsedMessage parsed = new MessageParser(ParseBudget.DEFAULT).parse(bytes);

    assertThat(PartContent.isWhole(parsed.root())).isFalse();
    assertThatThrownBy(() -> PartContent.of(bytes, parsed, parsed.root()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEmbeddedMessageComesOutAsItStandsInTheOuterOne() throws IOException {
    String inner = "From: a@example.com\r\nSubject: Inner\r\n\r\nWords.";
    ByteSource bytes =
        ByteSource.of(
            ("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
                    + inner
                    + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    ParsedMessage parsed = new MessageParser(ParseBudget.DEFAULT).parse(bytes);
    Part embedded = parsed.parts().filter(PartContent::isEmbeddedMessage).findFirst().orElseThrow();

    assertThat(new String(PartContent.of(bytes, parsed, embedded), StandardCharsets.ISO_8859_1))
        .isEqualTo(inner);
    assertThat(PartContent.length(embedded)).isEqualTo(inner.length());
    assertThat(
            new String(PartContent.head(bytes, parsed, embedded, 4), StandardCharsets.ISO_8859_1))
        .isEqualTo("From");
  }

  @Test
  void theBeginningOfAContentIsDecodedAlone() throws IOException {
    ByteSource bytes = ByteSource.of(MESSAGE.getBytes(StandardCharsets.ISO_8859_1));
    ParsedMessage parsed = new MessageParser(ParseBudget.DEFAULT).parse(bytes);
    Part part = parsed.parts().filter(p -> p.sha256() != null).findFirst().orElseThrow();

    assertThat(PartContent.head(bytes, parsed, part, 2)).containsExactly(0, 1);
    assertThat(PartContent.head(bytes, parsed, part, 100)).containsExactly(0, 1, 2);
  }
}
