package org.proffer.law.canspam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.proffer.law.canspam.recorded.Judgement;
import org.proffer.law.canspam.recorded.Judgement.Question;
import org.proffer.law.canspam.recorded.Probe;

class RecordedFactsTest {
  private static final Judgement SHOWN =
      new Judgement(Question.OPT_OUT_SHOWN, true, "R. Ames", "the review");
  private static final Judgement NOT_SHOWN =
      new Judgement(Question.OPT_OUT_SHOWN, false, "R. Ames", "the second review");
  private static final Probe PROBE =
      new Probe(Instant.parse("2026-03-16T21:00:00Z"), true, "the probe log");

  @Test
  void factsAddedLaterCountWhereOnlyOneCan() {
    RecordedFacts facts = RecordedFacts.of(SHOWN).and(PROBE).and(RecordedFacts.of(NOT_SHOWN));

    assertThat(facts.all(Judgement.class)).containsExactly(SHOWN, NOT_SHOWN);
    assertThat(facts.all(Probe.class)).containsExactly(PROBE);
    assertThat(facts.last(Judgement.class)).contains(NOT_SHOWN);
    assertThat(facts.judged(Question.OPT_OUT_SHOWN, false)).isTrue();
    assertThat(facts.judged(Question.OPT_OUT_SHOWN, true)).isFalse();
  }

  @Test
  void theLastJudgementOnAQuestionCounts() {
    assertThat(RecordedFacts.of(NOT_SHOWN, SHOWN).judged(Question.OPT_OUT_SHOWN)).contains(SHOWN);
    assertThat(RecordedFacts.of(PROBE).judged(Question.OPT_OUT_SHOWN)).isEmpty();
    assertThat(RecordedFacts.of(PROBE).judged(Question.OPT_OUT_SHOWN, false)).isFalse();
  }
}
