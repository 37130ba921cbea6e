package org.proffer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditRowTest {
  private static final AuditRow ROW =
      new AuditRow(
          7,
          3L,
          Instant.parse("2026-03-02T09:00:00.123456Z"),
          "prosecutor",
          "DOWNLOAD_EVIDENCE",
          new UUID(0, 1),
          "evidence",
          "x",
          "DONE",
          "said \"no\"\n",
          "127.0.0.1",
          null,
          12L,
          null,
          null);

  @Test
  void theLeafIsJsonWithSortedNamesAndNothingThatIsNotThere() {
    assertThat(ROW.leaf())
        .isEqualTo(
            "{\"action\":\"DOWNLOAD_EVIDENCE\",\"actor\":\"prosecutor\",\"address\":\"127.0.0.1\","
                + "\"at\":\"2026-03-02T09:00:00.123456Z\",\"bytes\":12,"
                + "\"case\":\"00000000-0000-0000-0000-000000000001\","
                + "\"detail\":\"said \\\"no\\\"\\n\",\"id\":7,\"objectId\":\"x\","
                + "\"objectType\":\"evidence\",\"outcome\":\"DONE\"}");
  }
}
