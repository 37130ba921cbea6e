package org.proffer.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.proffer.check.CheckedMessage;
import org.proffer.check.MessageCheck;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.mail.ByteSource;

class AssessmentJsonTest {
  private static final String MAIL =
      """
      From: "Deals" <deals@shop.example>
      To: reader@home.example
      Date: Tue, 1 Mar 2005 10:00:00 -0500
      Message-ID: <1@shop.example>
      Subject: Half price this week\u0000
      Content-Type: text/plain

      Buy our lamps at half price this week at http://shop.example/sale
      """;

  private static CheckedMessage checked() {
    try {
      return new MessageCheck()
          .check(
              ByteSource.of(MAIL.getBytes(StandardCharsets.UTF_8)),
              RecordedFacts.NONE,
              null,
              LocalDate.of(2005, 3, 1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsStoredIsReadBackFindingByFinding() {
    CheckedMessage checked = checked();

    List<Finding> read = AssessmentJson.findings(AssessmentJson.write(checked), checked.lawAsOf());

    assertThat(read).containsExactlyInAnyOrderElementsOf(checked.findings());
    assertThat(read)
        .extracting(Finding::verdict)
        .contains(Verdict.VIOLATED, Verdict.NOT_APPLICABLE);
  }

  @Test
  void nothingStoredHoldsACharacterTheDatabaseRefuses() {
    assertThat(AssessmentJson.write(checked())).doesNotContain("\\u0000").doesNotContain("\0");
  }

  @Test
  void theWholeJsonOfEarlierVersionsIsReadToo() {
    List<Finding> read =
        AssessmentJson.findings(
            """
            {"findings":[{"requirement":"OPT-01","citation":"15 U.S.C. 7704(a)(3)(A)","verdict":"UNDETERMINED",
              "lawAsOf":"2004-03-01","reason":"As it was said then.","missing":["a probe"],
              "spans":[{"part":"1","offset":4,"length":3,"text":"abc"}]}]}""",
            LocalDate.of(2004, 3, 1));

    assertThat(read)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
              assertThat(finding.missing()).containsExactly("a probe");
              assertThat(finding.spans().get(0).text()).isEqualTo("abc");
            });
  }
}
