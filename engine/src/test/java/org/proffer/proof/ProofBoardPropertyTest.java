package org.proffer.proof;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the board decides, beside the rules read word for word, on boards drawn from seeds. */
class ProofBoardPropertyTest {

  private static final int BOARDS = 2500;

  /** So many pieces of evidence have few enough sets to try them all. */
  private static final int ALL_SETS_OF = 8;

  @Test
  void everyCellIsWhatTheRulesReadWordForWordSay() {
    for (long seed = 0; seed < BOARDS; seed++) {
      RandomBoard drawn = RandomBoard.drawnFrom(seed);
      Set<Evidence> leftOut = drawn.someEvidence(new Random(-seed));
      PlainReading reading = new PlainReading(drawn);
      ProofBoard board = drawn.board();
      assertCells(board.onTheWholeRecord(), reading, drawn, Set.of(), seed);
      assertCells(board.without(leftOut).after(), reading, drawn, leftOut, seed);
    }
  }

  private static void assertCells(
      Assessment assessment,
      PlainReading reading,
      RandomBoard drawn,
      Set<Evidence> leftOut,
      long seed) {
    for (Cell cell : assessment.cells()) {
      Count count =
          drawn.counts().stream()
              .filter(c -> c.id().equals(cell.count()))
              .findFirst()
              .orElseThrow();
      assertThat(cell.rule())
          .as("seed %d without %s: %s", seed, leftOut, cell)
          .isEqualTo(reading.rule(count, cell.element(), cell.defendant(), leftOut));
      if (cell.rule() == ProofRule.ONE_SOURCE) {
        Set<String> deciding = cell.deciding().stream().map(Fact::id).collect(toSet());
        assertThat(Set.copyOf(cell.hinges()))
            .as("seed %d without %s: %s", seed, leftOut, cell)
            .isEqualTo(reading.hinges(deciding, leftOut));
      }
    }
  }

  @Test
  void aWhatIfNamesWhatFallsAndNothingElse() {
    for (long seed = 0; seed < BOARDS; seed++) {
      RandomBoard drawn = RandomBoard.drawnFrom(seed);
      Set<Evidence> leftOut = drawn.someEvidence(new Random(-seed));
      PlainReading reading = new PlainReading(drawn);
      WhatIf whatIf = drawn.board().without(leftOut);
      Set<String> facts = reading.standing(Set.of(), Set.of());
      facts.removeAll(reading.standing(leftOut, Set.of()));
      assertThat(whatIf.fallenFacts().stream().map(Fact::id))
          .as("seed %d without %s", seed, leftOut)
          .containsExactlyInAnyOrderElementsOf(facts);
      Set<String> counts = reading.fallen(leftOut);
      counts.removeAll(reading.fallen(Set.of()));
      assertThat(whatIf.fallenCounts().stream().map(f -> f.count() + " " + f.defendant()))
          .as("seed %d without %s", seed, leftOut)
          .containsExactlyInAnyOrderElementsOf(counts);
    }
  }

  @Test
  void theRepairIsAmongTheSmallestOfAllSets() {
    int repairs = 0;
    int choices = 0;
    for (long seed = 0; seed < BOARDS; seed++) {
      RandomBoard drawn = RandomBoard.drawnFrom(seed);
      Set<Evidence> leftOut = drawn.someEvidence(new Random(-seed));
      leftOut = leftOut.stream().limit(ALL_SETS_OF).collect(toSet());
      WhatIf whatIf = drawn.board().without(leftOut);
      assertThat(whatIf.repair().isPresent()).isEqualTo(!whatIf.fallenCounts().isEmpty());
      if (whatIf.repair().isPresent()) {
        Repair repair = whatIf.repair().get();
        Set<Set<Evidence>> smallest = new PlainReading(drawn).repairs(leftOut);
        List<Set<Evidence>> chosen =
            repair.choices().stream().<Set<Evidence>>map(HashSet::new).toList();
        assertThat(repair.isSmallest()).as("seed %d", seed).isTrue();
        assertThat(chosen)
            .as("seed %d without %s", seed, leftOut)
            .doesNotHaveDuplicates()
            .isSubsetOf(smallest)
            .hasSize(Math.min(5, smallest.size()));
        repairs++;
        choices += chosen.size();
      }
    }
    assertThat(repairs).isGreaterThan(400);
    assertThat(choices).as("some boards have more than one repair").isGreaterThan(repairs + 100);
  }

  @Test
  void leavingOutMoreNeverImprovesACell() {
    for (long seed = 0; seed < BOARDS; seed++) {
      RandomBoard drawn = RandomBoard.drawnFrom(seed);
      Random draws = new Random(-seed);
      Set<Evidence> some = drawn.someEvidence(draws);
      Set<Evidence> more = new HashSet<>(some);
      more.addAll(drawn.someEvidence(draws));
      ProofBoard board = drawn.board();
      List<Cell> after = board.without(more).after().cells();
      List<Cell> before = board.without(some).after().cells();
      for (int i = 0; i < after.size(); i++) {
        assertThat(after.get(i).support())
            .as("seed %d, %s then %s", seed, before.get(i), after.get(i))
            .isLessThanOrEqualTo(before.get(i).support());
      }
    }
  }
}
