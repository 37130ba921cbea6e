package org.proffer.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.proffer.law.Span;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.mail.ByteSource;

class MessageCheckTest {
  private static final LocalDate UNDATED = LocalDate.of(2026, 11, 23);

  private static CheckedMessage check(String subject, String body) throws IOException {
    String message =
        "From: Acme <news@acme.example>\nDate: Wed, 2 Mar 2005 10:11:12 +0000\nMessage-ID: <1@acme.example>\n"
            + "Subject: "
            + subject
            + "\n\n"
            + body;
    return new MessageCheck()
        .check(
            ByteSource.of(message.getBytes(StandardCharsets.UTF_8)),
            RecordedFacts.NONE,
            null,
            UNDATED);
  }

  private static MessageFacts facts(String subject, String body) throws IOException {
    return check(subject, body).facts();
  }

  @Test
  void anOrdinaryUnsubscribeLinkIsAnOptOut() throws IOException {
    MessageFacts facts =
        facts(
            "Bulbs",
            "Spring bulbs at 20 % off.\n\nTo unsubscribe visit http://acme.example/unsubscribe?u=1\n");

    assertThat(facts.optOutMechanism().isPresent()).isTrue();
    assertThat(facts.optOutNotice().isPresent()).isTrue();
  }

  @Test
  void aSpanQuotesTheWordsAtItsPlace() throws IOException {
    String body =
        "Spring bulbs at 20 % off, caf\u00e9 included.\n\nTo unsubscribe visit http://acme.example/u\n";
    Span span = facts("Bulbs", body).optOutNotice().spans().get(0);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

    assertThat(new String(bytes, span.offset(), span.length(), StandardCharsets.UTF_8))
        .contains("unsubscribe");
  }

  @Test
  void mainStreetCanBeAnAddress() throws IOException {
    assertThat(
            facts("Bulbs", "Acme Bulbs, 123 Main Street, Springfield, IL 62701\n")
                .postalAddress()
                .isPresent())
        .isTrue();
  }

  @Test
  void theWordsStateAndFloorAreNoAddress() throws IOException {
    assertThat(
            facts(
                    "News",
                    "The state of the market moved to the floor today, and everybody in the room saw it.\n")
                .postalAddress()
                .isPresent())
        .isFalse();
  }

  @Test
  void theExactLabelAloneCounts() throws IOException {
    assertThat(facts("SEXUALLY-EXPLICIT: Private offer", "x").sexuallyExplicitLabel().isPresent())
        .isTrue();
    assertThat(facts("SEXUALLY-EXPLICIT:Private offer", "x").sexuallyExplicitLabel().isPresent())
        .isFalse();
    assertThat(
            facts("Re: SEXUALLY-EXPLICIT: Private offer", "x").sexuallyExplicitLabel().isPresent())
        .isFalse();
    assertThat(facts("Sexually-Explicit: Private offer", "x").sexuallyExplicitLabel().isPresent())
        .isFalse();
  }

  @Test
  void aReplyWithoutAThreadIsAnIndicator() throws IOException {
    assertThat(facts("Re: your account", "x").headerIndicators())
        .extracting(indicator -> indicator.code())
        .containsExactly("RE_WITHOUT_THREAD");
  }

  @Test
  void theLawIsThatOfTheDayTheMessageWasSent() throws IOException {
    assertThat(check("x", "y").lawAsOf()).isEqualTo(LocalDate.of(2005, 3, 2));
  }

  @Test
  void theJsonFormHasTheContractsFields() throws IOException {
    StringBuilder json = new StringBuilder();
    CheckedMessageJson.write(
        json,
        "a\"b.eml",
        0,
        10,
        check("Caf\u00e9", "To unsubscribe visit http://acme.example/u\n"));

    assertThat(json.toString())
        .startsWith("{\"source\":\"a\\\"b.eml\",\"offset\":0,\"length\":10,\"sha256\":\"")
        .contains("\"date\":\"2005-03-02T10:11:12Z\"")
        .contains("\"optOutMechanism\":{\"present\":true")
        .contains("\"optOutMenu\":{\"present\":false", "\"optOutBurden\":{\"present\":false")
        .contains("\"wouldFlip\":[\"")
        .contains("{\"requirement\":\"DIS-03\",\"citation\":", "\"duty\":true")
        .endsWith("}");
  }
}
