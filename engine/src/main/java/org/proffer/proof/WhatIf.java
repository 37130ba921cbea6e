package org.proffer.proof;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of the board when evidence is left out.
 *
 * @param fallenFacts the facts that stood on the whole record and stand no longer, in the order
 *     given
 * @param changes the cells judged by another rule, in the order of counts, elements and defendants
 * @param fallenCounts the counts that stood against a defendant and stand no longer
 * @param repair the cheapest way to have them back; empty when no count fell
 * @param after the whole board on what is left
 */
public record WhatIf(
    List<Fact> fallenFacts,
    List<CellChange> changes,
    List<FallenCount> fallenCounts,
    Optional<Repair> repair,
    Assessment after) {

  public WhatIf {
    fallenFacts = List.copyOf(fallenFacts);
    changes = List.copyOf(changes);
    fallenCounts = List.copyOf(fallenCounts);
  }
}
