package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxesTest {
  private static final String FROM = "From jane@example.com Wed Mar  2 10:11:12 2005\n";

  private static List<String> messages(String mailbox) throws IOException {
    List<String> found = new ArrayList<>();
    Mailboxes.scan(
        bytes(mailbox),
        0,
        (offset, length) -> found.add(mailbox.substring((int) offset, (int) (offset + length))));
    return found;
  }

  private static ByteSource bytes(String text) {
    return ByteSource.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Mailboxes.Recognized recognized(String text) throws IOException {
    return Mailboxes.recognize(bytes(text));
  }

  @Test
  void messagesComeOutWithoutSeparatorAndWithoutTheEmptyLineBeforeIt() throws IOException {
    assertThat(messages(FROM + "Subject: a\n\none\n\n" + FROM + "Subject: b\n\ntwo\n\n"))
        .containsExactly("Subject: a\n\none\n", "Subject: b\n\ntwo\n");
  }

  @Test
  void fromInTheTextIsNoSeparator() throws IOException {
    assertThat(messages(FROM + "Subject: a\n\n\nFrom here on it is quiet\n\n")).hasSize(1);
  }

  @Test
  void aLineLikeASeparatorInTheMiddleOfAParagraphIsNone() throws IOException {
    assertThat(messages(FROM + "Subject: a\n\ntext\n" + FROM + "more\n\n")).hasSize(1);
  }

  @Test
  void crlfMailboxesAreRead() throws IOException {
    String mailbox =
        (FROM + "Subject: a\n\none\n\n" + FROM + "Subject: b\n\ntwo\n\n").replace("\n", "\r\n");
    assertThat(messages(mailbox))
        .containsExactly("Subject: a\r\n\r\none\r\n", "Subject: b\r\n\r\ntwo\r\n");
  }

  @Test
  void aScanGoesOnWhereItStopped() throws IOException {
    String mailbox = FROM + "Subject: a\n\none\n\n" + FROM + "Subject: b\n\ntwo\n\n";
    List<Long> ends = new ArrayList<>();
    Mailboxes.scan(
        bytes(mailbox),
        0,
        (offset, length) -> {
          ends.add(offset + length);
          return false;
        });
    List<String> rest = new ArrayList<>();
    Mailboxes.scan(
        bytes(mailbox),
        ends.get(0),
        (offset, length) -> rest.add(mailbox.substring((int) offset, (int) (offset + length))));

    assertThat(rest).containsExactly("Subject: b\n\ntwo\n");
  }

  @Test
  void aSingleMessageIsOneRange() throws IOException {
    assertThat(messages("Subject: a\n\none\n\n")).containsExactly("Subject: a\n\none\n\n");
  }

  @Test
  void formatsAreToldByContent() throws IOException {
    assertThat(recognized("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF").description())
        .isEqualTo("JPEG image");
    assertThat(recognized("").kind()).isEqualTo(Mailboxes.Kind.EMPTY);
    assertThat(recognized("PK\u0003\u0004").kind()).isEqualTo(Mailboxes.Kind.ARCHIVE);
    assertThat(recognized(FROM).kind()).isEqualTo(Mailboxes.Kind.MBOX);
    assertThat(recognized("Received: x\n\n").kind()).isEqualTo(Mailboxes.Kind.MESSAGE);
    assertThat(recognized("just words\n").kind()).isEqualTo(Mailboxes.Kind.OTHER);
  }

  @Test
  void aContentLengthThatEndsBeforeASeparatorIsBelieved() throws IOException {
    String body = "one\n\n" + FROM + "Subject: quoted\n\nwithin\n";
    String first = "Subject: a\nContent-Length: " + body.length() + "\n\n" + body;

    assertThat(messages(FROM + first + "\n" + FROM + "Subject: b\n\ntwo\n"))
        .containsExactly(first, "Subject: b\n\ntwo\n");
    assertThat(messages(FROM + first + FROM + "Subject: b\n\ntwo\n"))
        .containsExactly(first, "Subject: b\n\ntwo\n");
    assertThat(messages(FROM + first)).containsExactly(first);
  }

  @Test
  void aContentLengthThatEndsAnywhereElseIsNot() throws IOException {
    String first = "Subject: a\nContent-Length: 99\n\none\n";

    assertThat(messages(FROM + first + "\n" + FROM + "Subject: b\n\ntwo\n"))
        .containsExactly(first, "Subject: b\n\ntwo\n");
  }

  @Test
  void aMailboxWithMixedLineEndsIsRead() throws IOException {
    assertThat(messages(FROM + "Subject: a\r\n\r\none\r\n\r\n" + FROM + "Subject: b\n\n2\n"))
        .containsExactly("Subject: a\r\n\r\none\r\n", "Subject: b\n\n2\n");
  }
}
