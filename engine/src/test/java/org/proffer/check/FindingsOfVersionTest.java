package org.proffer.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.proffer.generator.GeneratedMessage;
import org.proffer.generator.RingMailbox;
import org.proffer.law.Finding;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.mail.ByteSource;

/**
 * The same messages have the same findings as long as the version of the rules is the same: stored
 * findings carry the version, and a case is offered to be checked again when it is another.
 */
class FindingsOfVersionTest {
  private static final LocalDate DAY = LocalDate.of(2005, 1, 1);

  /** Version of the rules, and the digest of what they find in {@link #messages()}. */
  private static final String KNOWN = "2026-11-23.4 a2cc0a7b43382371";

  private static Stream<String> messages() throws IOException {
    String example =
        Files.readString(Path.of("../docs/examples/newsletter.eml"), StandardCharsets.ISO_8859_1);
    return Stream.concat(
        new RingMailbox(11, 600).messages().map(GeneratedMessage::text),
        Stream.of(
            example,
            Eml.fullSet(),
            Eml.mail().body(Eml.OFFER),
            Eml.mail().body(Eml.OFFER, Eml.IDENTIFIER),
            Eml.mail().body(Eml.OFFER, Eml.OPT_OUT),
            Eml.mail().body(Eml.OFFER, Eml.ADDRESS),
            Eml.mail().subject("Re: your order").body(Eml.OFFER, Eml.OPT_OUT, Eml.ADDRESS)));
  }

  @Test
  void findingsChangeOnlyWithTheVersion() throws Exception {
    MessageCheck check = new MessageCheck();
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    messages().forEach(text -> digest.update(findings(check, text)));
    String now =
        CanSpamRules.VERSION + " " + HexFormat.of().formatHex(digest.digest()).substring(0, 16);

    assertThat(now)
        .as(
            "The same messages have other findings than under the version known here. Raise CanSpamRules.VERSION, so"
                + " that cases are checked again, and write the new line here (the line alone, where the messages"
                + " themselves were changed).")
        .isEqualTo(KNOWN);
  }

  private static byte[] findings(MessageCheck check, String text) {
    try {
      List<Finding> findings =
          check
              .check(
                  ByteSource.of(text.getBytes(StandardCharsets.ISO_8859_1)),
                  RecordedFacts.NONE,
                  null,
                  DAY)
              .findings();
      return findings.toString().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
