package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which imports this server works on. A job can end without a word when the database goes away
 * between two of its steps; an import of which nothing has been seen for a while has no job any
 * more.
 */
@ApplicationScoped
class ImportPulse {
  static final Duration SILENCE = Duration.ofSeconds(30);

  private final Map<ImportId, Long> seen = new ConcurrentHashMap<>();
  private final Map<ImportId, Integer> steps = new ConcurrentHashMap<>();

  /** A job was started for it. */
  void started(ImportId id) {
    seen.put(id, System.nanoTime());
  }

  /** A step of it runs. */
  void begins(ImportId id) {
    steps.merge(id, 1, Integer::sum);
  }

  /** A step of it ended. */
  void ends(ImportId id) {
    seen.put(id, System.nanoTime());
    steps.computeIfPresent(id, (each, running) -> running == 1 ? null : running - 1);
  }

  /**
   * Whether an import that is to be read has no job.
   *
   * @param waits whether it waits for its first step: others may be before it
   */
  boolean isSilent(ImportId id, boolean waits) {
    if (steps.containsKey(id) || (waits && !steps.isEmpty())) {
      return false;
    }
    Long last = seen.putIfAbsent(id, System.nanoTime());
    return last != null && System.nanoTime() - last > SILENCE.toNanos();
  }
}
