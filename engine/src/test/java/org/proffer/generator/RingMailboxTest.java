package org.proffer.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.proffer.check.MessageCheck;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailboxes;

class RingMailboxTest {
  private static final LocalDate DAY = LocalDate.of(2005, 1, 1);

  private static byte[] mbox(long seed, int messages) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new RingMailbox(seed, messages).writeMbox(out);
    return out.toByteArray();
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    assertThat(mbox(7, 300)).isEqualTo(mbox(7, 300)).isNotEqualTo(mbox(8, 300));
  }

  @Test
  void aLongerMailboxBeginsWithTheShorter() throws IOException {
    assertThat(new String(mbox(7, 300), StandardCharsets.US_ASCII))
        .startsWith(new String(mbox(7, 100), StandardCharsets.US_ASCII));
  }

  @Test
  void theReaderFindsEveryMessage() throws IOException {
    byte[] mailbox = mbox(7, 500);
    List<String> read = new ArrayList<>();
    Mailboxes.scan(
        ByteSource.of(mailbox),
        0,
        (offset, length) ->
            read.add(new String(mailbox, (int) offset, (int) length, StandardCharsets.US_ASCII)));

    assertThat(read)
        .isEqualTo(
            new RingMailbox(7, 500).messages().map(m -> RingMailbox.quoted(m.text())).toList());
  }

  @Test
  void theWeightsAddUp() {
    assertThat(Campaigns.ALL.stream().mapToInt(Campaign::weight).sum()).isEqualTo(1_000);
  }

  @Test
  void theRingForgesAndTheOthersDoNot() {
    assertThat(new RingMailbox(7, 1_000).messages().map(GeneratedMessage::truth))
        .anyMatch(GroundTruth::headerForged)
        .allMatch(
            truth -> !truth.headerForged() || truth.purpose() == PrimaryPurpose.Value.COMMERCIAL);
  }

  @Test
  void theEngineFindsWhatIsTrue() {
    MessageCheck check = new MessageCheck();
    List<String> wrong = new ArrayList<>();
    new RingMailbox(7, 1_000)
        .messages()
        .forEach(
            message -> {
              MessageFacts facts = facts(check, message);
              GroundTruth truth = message.truth();
              if (facts.optOutMechanism().isPresent() != truth.optOutDisplayed()) {
                wrong.add("opt-out " + truth.json());
              }
              if (facts.postalAddress().isPresent() == truth.postalForm().equals("NONE")) {
                wrong.add("address " + truth.json());
              }
            });

    assertThat(wrong).isEmpty();
  }

  private static MessageFacts facts(MessageCheck check, GeneratedMessage message) {
    try {
      byte[] bytes = message.text().getBytes(StandardCharsets.US_ASCII);
      return check.check(ByteSource.of(bytes), RecordedFacts.NONE, null, DAY).facts();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyStatementOfTheDemonstrationSaysHowSureItIsAndWhoSaysSo() {
    DemonstrationCase demonstration = DemonstrationCase.load();

    assertThat(demonstration.parties()).hasSize(11);
    assertThat(demonstration.parties().stream().map(DemonstrationCase.Party::defendantNumber))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(demonstration.facts())
        .allSatisfy(
            fact -> {
              assertThat(fact.certainty())
                  .isIn("VERIFIED", "REPORTED", "FROM KNOWLEDGE", "UNCONFIRMED");
              assertThat(fact.source()).isNotBlank();
            });
  }

  @Test
  void theFourVerifiedSentencesAreThere() {
    assertThat(DemonstrationCase.load().facts())
        .filteredOn(fact -> fact.kind().equals("sentence") && fact.certainty().equals("VERIFIED"))
        .extracting(fact -> fact.statement().substring(0, 9))
        .containsExactly("51 months", "40 months", "51 months", "32 months");
  }
}
