package org.proffer.mailings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rows that were not used: all are counted, the first of each list are kept. */
final class Problems {
  private static final int KEPT = 1_000;

  private final Map<ListKind, List<RowProblem>> kept = new EnumMap<>(ListKind.class);
  private final Map<ListKind, Long> counts = new EnumMap<>(ListKind.class);

  void add(RowProblem problem) {
    counts.merge(problem.list(), 1L, Long::sum);
    List<RowProblem> of = kept.computeIfAbsent(problem.list(), list -> new ArrayList<>());
    if (of.size() < KEPT) {
      of.add(problem);
    }
  }

  long count(ListKind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  List<RowProblem> kept() {
    return kept.values().stream().flatMap(List::stream).toList();
  }
}
