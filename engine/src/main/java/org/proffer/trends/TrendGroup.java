package org.proffer.trends;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proffer.analysis.Method;

/**
 * Messages that have something in common.
 *
 * @param name what they have in common
 * @param messages how many
 * @param first the first day of one of them; null where none has a day
 * @param last the last day of one of them
 * @param shown by method: messages that show it
 */
public record TrendGroup(
    String name,
    long messages,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    Map<Method, Long> shown) {
  public TrendGroup {
    shown = Map.copyOf(shown);
  }

  /** Messages that show a method. */
  public long shown(Method method) {
    return shown.getOrDefault(method, 0L);
  }
}
