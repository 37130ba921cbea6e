package org.proffer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log of twelve entries with heads over four, eight and eleven. */
class LogReadingTest {
  private static final int ENTRIES = 12;

  private final List<TreeHash> rows = new ArrayList<>();
  private final List<Head> heads = new ArrayList<>();

  LogReadingTest() {
    Frontier log = Frontier.EMPTY;
    for (int i = 0; i < ENTRIES; i++) {
      rows.add(TreeHash.ofLeaf(("entry " + i).getBytes(StandardCharsets.UTF_8)));
      log = log.append(rows.get(i));
      if (List.of(4L, 8L, 11L).contains(log.size())) {
        heads.add(new Head("log", log.size(), log.root(), Instant.EPOCH));
      }
    }
  }

  /** Reads rows whose kept hashes a superuser made fit. */
  private String read(List<TreeHash> given) {
    LogReading reading = new LogReading(heads);
    for (int i = 0; i < given.size(); i++) {
      reading.take(i, given.get(i), given.get(i), false);
    }
    reading.end();
    return reading.wrong().orElse("");
  }

  @Test
  void theLogThatWasSignedIsRight() {
    assertThat(read(rows)).isEmpty();
  }

  @Test
  void anyChangeUpToTheLastHeadIsFoundHoweverWellItIsCoveredUp() {
    TreeHash other = TreeHash.ofLeaf(new byte[] {1});
    for (int i = 0; i < 11; i++) {
      List<TreeHash> changed = new ArrayList<>(rows);
      changed.set(i, other);
      assertThat(read(changed)).as("changed at %d", i).contains("is not what was signed");
      List<TreeHash> removed = new ArrayList<>(rows);
      removed.remove(i);
      assertThat(read(removed)).as("removed at %d", i).isNotEmpty();
      List<TreeHash> inserted = new ArrayList<>(rows);
      inserted.add(i, other);
      assertThat(read(inserted)).as("inserted at %d", i).isNotEmpty();
      for (int j = 0; j < i; j++) {
        List<TreeHash> swapped = new ArrayList<>(rows);
        swapped.set(i, rows.get(j));
        swapped.set(j, rows.get(i));
        assertThat(read(swapped)).as("swapped %d and %d", i, j).contains("is not what was signed");
      }
    }
  }

  @Test
  void theTailWithoutAHeadIsNotVouchedFor() {
    List<TreeHash> changed = new ArrayList<>(rows);
    changed.set(11, TreeHash.ofLeaf(new byte[] {1}));

    assertThat(read(changed)).isEmpty();
  }

  @Test
  void aRowThatDoesNotFitItsHashIsNamedByItsPlace() {
    LogReading reading = new LogReading(heads);
    for (int i = 0; i < ENTRIES; i++) {
      reading.take(i, rows.get(i), i == 6 ? rows.get(5) : rows.get(i), false);
    }
    reading.end();

    assertThat(reading.wrong()).contains("The row of place 6 was changed.");
  }

  @Test
  void aRowMayBeGoneOnlyWhenItsTimeWasOver() {
    for (boolean over : List.of(true, false)) {
      LogReading reading = new LogReading(heads);
      for (int i = 0; i < ENTRIES; i++) {
        reading.take(i, rows.get(i), i == 0 ? null : rows.get(i), over && i == 0);
      }
      reading.end();
      assertThat(reading.wrong().orElse(""))
          .isEqualTo(over ? "" : "The row of place 0 is missing.");
    }
  }

  @Test
  void aLogShorterThanAHeadAndTwoHeadsThatDifferAreNamed() {
    assertThat(read(rows.subList(0, 9))).contains("a head was signed over 11");
    heads.add(new Head("log", 8, TreeHash.EMPTY, Instant.EPOCH));
    assertThat(read(rows)).isEqualTo("Two heads of 8 entries differ.");
  }
}
