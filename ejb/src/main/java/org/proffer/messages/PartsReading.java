package org.proffer.messages;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.proffer.evidence.Vault;
import org.proffer.mail.ByteSource;

/**
 * Third step of an import: has the open parts read, several at once, each by a thread of its own
 * when it is this import's turn. Where the database or a disk does not take what was read, it waits
 * and tries again.
 */
@Named("partsReading")
@Dependent
public class PartsReading extends ImportStep {
  private static final long PATIENCE_MILLIS = 2_000;

  @Inject private ImportStore store;
  @Inject private ImportTurns turns;
  @Inject private PartReading reading;
  @Inject private Vault vault;
  @Resource private ManagedExecutorService executor;

  private final Deque<ImportPart> next = new ArrayDeque<>();
  private int from;
  private int underWay;

  /**
   * How reading a part ended.
   *
   * @param failure null if it was stored, or the import is no longer read
   */
  private record Read(ImportPart part, @Nullable Exception failure) {}

  @Override
  void work(ImportId id) throws Exception {
    ImportStore.Task task = store.begin(id, ImportState.READING, execution());
    ImportSource source = store.source(task);
    ByteSource object = vault.open(source.sha256());
    ExecutorCompletionService<Read> workers = new ExecutorCompletionService<>(executor);
    Exception failure = null;
    while (failure == null && !isStopped()) {
      ImportPart part = nextPart(id, task);
      if (part == null && underWay == 0) {
        break;
      }
      ImportTurns.Turn turn = part == null ? null : turn(id);
      if (part != null && turn != null) {
        underWay++;
        workers.submit(reading(task, source, object, part, turn));
      } else if (part != null) {
        next.addFirst(part);
      }
      failure = failed(id, part == null ? workers.take() : workers.poll(), workers);
    }
    while (underWay > 0) {
      Exception later = failed(id, workers.take(), workers);
      failure = failure == null ? later : failure;
    }
    if (failure != null) {
      throw failure;
    }
  }

  private @Nullable ImportPart nextPart(ImportId id, ImportStore.Task task) throws Exception {
    if (next.isEmpty()) {
      List<ImportPart> open =
          Patience.with(store, id, () -> isStopped(), () -> store.open(task.itemId(), from));
      if (open != null) {
        next.addAll(open);
        open.forEach(part -> from = part.position() + 1);
      }
    }
    return next.poll();
  }

  private ImportTurns.@Nullable Turn turn(ImportId id) throws Exception {
    ImportStore.Standing now =
        Patience.with(store, id, () -> isStopped(), () -> store.standing(id));
    if (now == null || now.state() != ImportState.READING) {
      stop();
      return null;
    }
    return turns.take(id, now.priority());
  }

  private Callable<Read> reading(
      ImportStore.Task task,
      ImportSource source,
      ByteSource object,
      ImportPart part,
      ImportTurns.Turn turn) {
    return () -> {
      try (turn) {
        if (!isStopped() && !reading.read(task, source, object, part)) {
          stop();
        }
        return new Read(part, null);
      } catch (IOException | RuntimeException e) {
        return new Read(part, e);
      }
    };
  }

  /** Takes note of what has ended; gives what cannot be helped by waiting. */
  private @Nullable Exception failed(
      ImportId id, @Nullable Future<Read> first, ExecutorCompletionService<Read> workers)
      throws InterruptedException, ExecutionException {
    Exception failure = null;
    boolean waits = false;
    for (Future<Read> ended = first; ended != null; ended = workers.poll()) {
      underWay--;
      Read read = ended.get();
      if (read.failure() == null) {
        continue;
      }
      Optional<String> trouble = Trouble.of(read.failure());
      if (trouble.isEmpty()) {
        failure = read.failure();
      } else {
        next.addFirst(read.part());
        Patience.tell(store, id, trouble.get(), read.failure());
        waits = true;
      }
    }
    if (waits && failure == null && !isStopped()) {
      Thread.sleep(PATIENCE_MILLIS);
    }
    return failure;
  }
}
