package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, the messages found are ranges of them, one behind the other. */
class MailboxesFuzzTest {
  private static final String FROM = "From jane@example.com Wed Mar  2 10:11:12 2005\n";

  /** The place of a message in the mailbox. */
  private record Range(long offset, long length) {}

  static Stream<byte[]> mailboxes() {
    String first = "Subject: a\nContent-Length: 4\n\none\n";
    return Stream.of(
            FROM + first + "\n" + FROM + "Subject: b\n\n>From two\n\n",
            FROM + first + FROM + "Subject: b\nContent-Length: 999\n\ntwo\n",
            FROM + "Subject: a\n\none\n" + FROM + "three\n\nFrom here on\n",
            "\n\n" + FROM + "\n\n\n" + FROM,
            "Subject: a\n\none\n",
            FROM + "Subject: a\r\n\r\none\r\n\r\n" + FROM)
        .flatMap(mailbox -> Stream.of(mailbox, mailbox.replace("\n", "\r\n")))
        .map(mailbox -> mailbox.getBytes(StandardCharsets.US_ASCII));
  }

  @MethodSource("mailboxes")
  @FuzzTest(maxDuration = "10m")
  void messagesAreRangesInOrderAndAScanGoesOnAfterEachOfThem(byte[] bytes) throws IOException {
    ByteSource source = ByteSource.of(bytes);
    List<Range> ranges = scan(source, 0);

    long end = 0;
    for (Range range : ranges) {
      assertThat(range.offset()).isGreaterThanOrEqualTo(end);
      assertThat(range.length()).isNotNegative();
      end = range.offset() + range.length();
      assertThat(end).isLessThanOrEqualTo(bytes.length);
    }
    for (int i = 0; i < Math.min(3, ranges.size()); i++) {
      Range taken = ranges.get(i);
      assertThat(scan(source, taken.offset() + taken.length()))
          .isEqualTo(ranges.subList(i + 1, ranges.size()));
    }
  }

  private static List<Range> scan(ByteSource source, long from) throws IOException {
    List<Range> ranges = new ArrayList<>();
    Mailboxes.scan(source, from, (offset, length) -> ranges.add(new Range(offset, length)));
    return ranges;
  }
}
