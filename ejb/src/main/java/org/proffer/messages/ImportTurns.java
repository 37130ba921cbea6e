package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Who may read a part next: as many at once as there are processors, the more urgent import first,
 * among equals the one that has the fewest parts under way, among those the one that has waited
 * longest.
 */
@ApplicationScoped
class ImportTurns {
  private final int most = Math.max(1, Runtime.getRuntime().availableProcessors());
  private final Map<ImportId, ImportPriority> waiting = new LinkedHashMap<>();
  private final Map<ImportId, Integer> underWay = new HashMap<>();
  private final Set<Object> granted = new HashSet<>();

  /** A part under way; closed when it has ended. */
  final class Turn implements AutoCloseable {
    private final ImportId id;

    private Turn(ImportId id) {
      this.id = id;
    }

    @Override
    public void close() {
      give(this);
    }
  }

  /**
   * Waits for a turn, a second at most.
   *
   * @return null if there was none
   */
  @org.jspecify.annotations.Nullable
  synchronized Turn take(ImportId id, ImportPriority priority) throws InterruptedException {
    waiting.put(id, priority);
    try {
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
      while (granted.size() >= most || !isNext(id, priority)) {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
          return null;
        }
        wait(left);
      }
      Turn turn = new Turn(id);
      granted.add(turn);
      underWay.merge(id, 1, Integer::sum);
      return turn;
    } finally {
      waiting.remove(id);
      notifyAll();
    }
  }

  private boolean isNext(ImportId id, ImportPriority priority) {
    for (Map.Entry<ImportId, ImportPriority> other : waiting.entrySet()) {
      if (other.getKey().equals(id)) {
        continue;
      }
      int urgency = other.getValue().compareTo(priority);
      if (urgency < 0
          || (urgency == 0
              && underWay.getOrDefault(other.getKey(), 0) < underWay.getOrDefault(id, 0))) {
        return false;
      }
    }
    return true;
  }

  private synchronized void give(Turn turn) {
    if (granted.remove(turn)) {
      underWay.computeIfPresent(turn.id, (id, parts) -> parts == 1 ? null : parts - 1);
      notifyAll();
    }
  }
}
