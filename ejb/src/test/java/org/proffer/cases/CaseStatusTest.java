package org.proffer.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseStatusTest {
  @Test
  void aClosedCaseIsTakenUpAgainOnlyByReopeningOrAppealOrPutAway() {
    assertThat(CaseStatus.CLOSED.next())
        .containsExactlyInAnyOrder(CaseStatus.APPEAL, CaseStatus.REOPENED, CaseStatus.ARCHIVED);
    assertThat(CaseStatus.ARCHIVED.next()).containsExactly(CaseStatus.REOPENED);
  }

  @Test
  void nobodyIsSentencedStraightFromAnInvestigation() {
    assertThat(CaseStatus.INVESTIGATION.next()).doesNotContain(CaseStatus.SENTENCING);
    assertThat(CaseStatus.CHARGED.next()).doesNotContain(CaseStatus.SENTENCING);
  }

  @Test
  void everyStatusIsReachedFromAnInvestigationAndCanBeClosed() {
    for (CaseStatus start : CaseStatus.values()) {
      Set<CaseStatus> reached = reachedFrom(start);
      assertThat(reached).as("from " + start).contains(CaseStatus.CLOSED);
      assertThat(start.next()).doesNotContain(start);
    }
    assertThat(reachedFrom(CaseStatus.INVESTIGATION))
        .containsExactlyInAnyOrder(CaseStatus.values());
  }

  private static Set<CaseStatus> reachedFrom(CaseStatus start) {
    Set<CaseStatus> reached = EnumSet.of(start);
    Deque<CaseStatus> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (CaseStatus next : open.remove().next()) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }
}
