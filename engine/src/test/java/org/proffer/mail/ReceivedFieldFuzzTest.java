package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a Received field says, it becomes a hop that keeps it verbatim. */
class ReceivedFieldFuzzTest {

  static Stream<byte[]> lines() throws IOException {
    return ReceivedFieldTest.lines().stream()
        .map(dialectAndLine -> dialectAndLine[1].getBytes(StandardCharsets.ISO_8859_1));
  }

  @MethodSource("lines")
  @FuzzTest(maxDuration = "10m")
  void everyLineBecomesAHopThatKeepsItsWords(byte[] bytes) {
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    HeaderField field = new HeaderField("Received", raw, raw, 7, raw.length());
    Hop hop = ReceivedField.read(field, new Defects());

    assertThat(hop.raw()).isEqualTo(raw);
    assertThat(hop.offset()).isEqualTo(7);
    Stream.of(
            hop.from(),
            hop.fromReverseName(),
            hop.fromAddress(),
            hop.by(),
            hop.id(),
            hop.recipient())
        .filter(Objects::nonNull)
        .forEach(word -> assertThat(raw).contains(word));
    assertThat(ReceivedChain.of(List.of(hop, hop), Set.of("mx.example")).links()).hasSize(2);
  }
}
