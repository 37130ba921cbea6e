package org.proffer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.proffer.proof.ProofBoard;

/** Which board is kept for whom. */
class BoardCacheTest {
  private final BoardCache cache = new BoardCache();
  private final UUID caseId = UUID.randomUUID();

  private static Board board() {
    return new Board(
        List.of(), List.of(), Map.of(), Map.of(), Map.of(), ProofBoard.of(List.of(), List.of()));
  }

  private static Board unwanted() {
    throw new AssertionError("made anew");
  }

  @Test
  void aBoardIsKeptWhileNothingOfItsCaseChanges() {
    Board made = board();
    cache.get(caseId, "10 records, nothing hidden", () -> made);

    assertThat(cache.get(caseId, "10 records, nothing hidden", BoardCacheTest::unwanted))
        .isSameAs(made);
  }

  @Test
  void whoMissesOtherRecordsGetsABoardOfTheirOwnInWhateverOrderTheyAsk() {
    Board ofOne = board();
    Board ofAnother = board();

    assertThat(cache.get(caseId, "9 records, a hidden", () -> ofOne)).isSameAs(ofOne);
    assertThat(cache.get(caseId, "9 records, b hidden", () -> ofAnother)).isSameAs(ofAnother);
    assertThat(cache.get(caseId, "9 records, a hidden", () -> ofOne)).isSameAs(ofOne);
  }

  @Test
  void twoCasesOfTheSameStampHaveBoardsOfTheirOwn() {
    Board ofOne = board();
    Board ofAnother = board();
    cache.get(caseId, "0 records", () -> ofOne);

    assertThat(cache.get(UUID.randomUUID(), "0 records", () -> ofAnother)).isSameAs(ofAnother);
    assertThat(cache.get(caseId, "0 records", BoardCacheTest::unwanted)).isSameAs(ofOne);
  }
}
