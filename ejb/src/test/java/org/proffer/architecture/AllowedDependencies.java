package org.proffer.architecture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which capability may know which: the one table, enforced and drawn by {@link ArchitectureTest}.
 */
final class AllowedDependencies {
  static final Map<String, List<String>> TABLE =
      new TreeMap<>(
          Map.of(
              "platform", List.of(),
              "access", List.of("platform"),
              "audit", List.of("platform"),
              "cases", List.of("platform", "access", "audit"),
              "parties", List.of("platform", "access", "audit", "cases"),
              "custody", List.of("platform", "access", "audit"),
              "evidence", List.of("platform", "access", "audit", "cases", "custody"),
              "messages", List.of("platform", "access", "audit", "cases", "custody", "evidence"),
              "documents", List.of("platform", "access", "audit", "cases", "evidence", "messages"),
              "demonstration",
                  List.of("platform", "access", "cases", "parties", "evidence", "messages")));

  private AllowedDependencies() {}
}
