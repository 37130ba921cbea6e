package org.proffer.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The boards that were made last, each as long as the records of its case stay as they were, as far
 * as there is room: facts and sources of all boards together, of which a hundred thousand take
 * about 100 MB. A larger board is made each time.
 */
@ApplicationScoped
class BoardCache {
  private static final int ROOM = 250_000;

  private final Map<UUID, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  private record Entry(String stamp, Board board) {}

  /** The board of a case in a state of its records; made outside the lock if it is not here. */
  Board get(UUID caseId, String stamp, Supplier<Board> make) {
    synchronized (entries) {
      @Nullable Entry entry = entries.get(caseId);
      if (entry != null && entry.stamp().equals(stamp)) {
        return entry.board();
      }
    }
    Board board = make.get();
    synchronized (entries) {
      entries.put(caseId, new Entry(stamp, board));
      while (entries.values().stream().mapToLong(e -> weight(e.board())).sum() > ROOM) {
        entries.remove(entries.keySet().iterator().next());
      }
    }
    return board;
  }

  private static long weight(Board board) {
    return board.facts().size() + board.sources().values().stream().mapToLong(List::size).sum();
  }
}
