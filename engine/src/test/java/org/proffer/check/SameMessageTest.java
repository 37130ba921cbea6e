package org.proffer.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.proffer.mail.ByteSource;
import org.proffer.mail.MessageParser;
import org.proffer.mail.ParseBudget;
import org.proffer.mail.ParsedMessage;

class SameMessageTest {
  private static final String SENT =
      "From: \"A\" <A@example.com>\nDate: Mon, 3 Jan 2005 10:00:00 +0000\nMessage-ID: <x@example.com>\n"
          + "Subject: Rates\n\nBuy now.\n";

  private static ParsedMessage message(String text) throws IOException {
    return new MessageParser(ParseBudget.DEFAULT)
        .parse(ByteSource.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String content(String text) throws IOException {
    return SameMessage.contentSha256(message(text));
  }

  @Test
  void theWayOfAMessageDoesNotMakeItAnother() throws IOException {
    assertThat(
            content(
                "Received: from a by b; Mon, 3 Jan 2005 10:00:01 +0000\nDelivered-To: v@example.org\n"
                    + SENT))
        .isEqualTo(content(SENT));
  }

  @Test
  void spaceAndLineEndsDoNotMakeItAnother() throws IOException {
    assertThat(content(SENT.replace("Buy now.", "Buy   now.\n\n").replace("\n", "\r\n")))
        .isEqualTo(content(SENT));
  }

  @Test
  void theSameInstantInAnotherZoneDoesNotMakeItAnother() throws IOException {
    assertThat(content(SENT.replace("10:00:00 +0000", "11:00:00 +0100"))).isEqualTo(content(SENT));
  }

  @Test
  void anotherWordMakesItAnother() throws IOException {
    assertThat(content(SENT.replace("now", "later"))).isNotEqualTo(content(SENT));
  }

  @Test
  void anotherSecondMakesItAnother() throws IOException {
    assertThat(content(SENT.replace("10:00:00", "10:00:01"))).isNotEqualTo(content(SENT));
  }

  @Test
  void wordsDoNotMoveFromTheSubjectIntoTheText() throws IOException {
    assertThat(content(SENT.replace("Rates\n\nBuy now.", "Rates Buy\n\nnow.")))
        .isNotEqualTo(content(SENT));
  }

  @Test
  void theHashOfAMessageIdIsTakenWithoutItsBrackets() throws IOException {
    // printf x@example.com | md5sum
    assertThat(SameMessage.mih(message(SENT))).contains("6d1db9ff40d653b409cda4c3ec45e5d7");
    assertThat(SameMessage.mih(message(SENT.replace("<x@example.com>", "x@example.com"))))
        .isEqualTo(SameMessage.mih(message(SENT)));
  }

  @Test
  void aMessageWithoutMessageIdHasNone() throws IOException {
    assertThat(SameMessage.mih(message("Subject: a\n\nb\n"))).isEmpty();
  }
}
