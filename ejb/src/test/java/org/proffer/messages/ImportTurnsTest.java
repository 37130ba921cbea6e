package org.proffer.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ImportTurnsTest {
  private static final int PROCESSORS = Math.max(1, Runtime.getRuntime().availableProcessors());
  private static final ImportId A = new ImportId(new UUID(0, 1));
  private static final ImportId B = new ImportId(new UUID(0, 2));

  private final ImportTurns turns = new ImportTurns();

  private ImportTurns.Turn take(ImportId id) throws InterruptedException {
    return turns.take(id, ImportPriority.NORMAL);
  }

  private ImportTurns.Turn[] all() throws InterruptedException {
    ImportTurns.Turn[] taken = new ImportTurns.Turn[PROCESSORS];
    for (int i = 0; i < PROCESSORS; i++) {
      taken[i] = take(A);
    }
    return taken;
  }

  private CompletableFuture<ImportTurns.Turn> waits(ImportId id, ImportPriority priority) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return turns.take(id, priority);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void asManyPartsAreUnderWayAsThereAreProcessors() throws Exception {
    assertThat(all()).doesNotContainNull();
    assertThat(take(B)).isNull();
  }

  @Test
  void aTurnThatWasGivenBackIsGivenToTheNext() throws Exception {
    ImportTurns.Turn[] taken = all();
    CompletableFuture<ImportTurns.Turn> next = waits(B, ImportPriority.NORMAL);
    taken[0].close();

    assertThat(next.get(5, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void aTurnThatIsGivenBackTwiceCountsOnce() throws Exception {
    ImportTurns.Turn[] taken = all();
    taken[0].close();
    taken[0].close();

    assertThat(take(A)).isNotNull();
    assertThat(take(A)).isNull();
  }

  @Test
  void theMoreUrgentImportIsServedFirst() throws Exception {
    ImportTurns.Turn[] taken = all();
    CompletableFuture<ImportTurns.Turn> later = waits(A, ImportPriority.BACKGROUND);
    TimeUnit.MILLISECONDS.sleep(100);
    CompletableFuture<ImportTurns.Turn> urgent = waits(B, ImportPriority.URGENT);
    TimeUnit.MILLISECONDS.sleep(100);
    taken[0].close();

    assertThat(urgent.get(5, TimeUnit.SECONDS)).isNotNull();
    assertThat(later.get(5, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void anImportWithFewerPartsUnderWayIsServedBeforeOneWithMore() throws Exception {
    ImportTurns.Turn[] taken = all();
    CompletableFuture<ImportTurns.Turn> more = waits(A, ImportPriority.NORMAL);
    TimeUnit.MILLISECONDS.sleep(100);
    CompletableFuture<ImportTurns.Turn> fewer = waits(B, ImportPriority.NORMAL);
    TimeUnit.MILLISECONDS.sleep(100);
    if (PROCESSORS > 1) {
      taken[0].close();
      assertThat(fewer.get(5, TimeUnit.SECONDS)).isNotNull();
      assertThat(more.get(5, TimeUnit.SECONDS)).isNull();
    }
  }
}
