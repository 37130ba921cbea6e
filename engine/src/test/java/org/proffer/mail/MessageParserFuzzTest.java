package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, they become a message whose places lie within them. */
class MessageParserFuzzTest {
  private static final ParseBudget SMALL = new ParseBudget(8, 200, 500, 1 << 16, 1 << 16, 1 << 20);

  static Stream<byte[]> messages() {
    return DefectFixtures.all().values().stream().map(DefectFixtures::bytes);
  }

  @MethodSource("messages")
  @FuzzTest(maxDuration = "10m")
  void everyInputIsReadWithinItsBytes(byte[] bytes) throws IOException {
    ParsedMessage message = new MessageParser(SMALL).parse(ByteSource.of(bytes));

    assertThat(message.length()).isEqualTo(bytes.length);
    assertThat(message.quarantineReason() != null)
        .isEqualTo(message.outcome() == ParsedMessage.Outcome.QUARANTINED);
    for (HeaderField field : message.headers()) {
      within(field.offset(), field.length(), bytes.length);
      assertThat(field.value()).doesNotContain("\r", "\n");
    }
    for (Defect defect : message.defects()) {
      within(defect.offset(), 0, bytes.length);
    }
    message.parts().forEach(part -> part(part, bytes.length));
    assertThat(message.parts().map(Part::section)).doesNotHaveDuplicates();
  }

  private static void part(Part part, long length) {
    within(part.offset(), part.length(), length);
    DecodedText text = part.text();
    if (text == null) {
      return;
    }
    int before = 0;
    for (int i = 0; i <= text.text().length(); i++) {
      int at = text.byteOffset(i);
      assertThat(at).isBetween(before, (int) text.bytes());
      before = at;
    }
    assertThat(new String(text.text().getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16))
        .hasSameSizeAs(text.text());
  }

  private static void within(long offset, long length, long whole) {
    assertThat(offset).isBetween(0L, whole);
    assertThat(length).isBetween(0L, whole - offset);
  }
}
