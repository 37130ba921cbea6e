package org.proffer.proof;

import java.util.List;

/**
 * What to put back so that no count falls that stood before.
 *
 * @param choices sets of evidence, each of the same size and each enough alone; the first is the
 *     one proposed
 * @param isSmallest whether it is proved that nothing smaller is enough; otherwise the search grew
 *     too long and the one choice is such that nothing in it can be spared
 */
public record Repair(List<List<Evidence>> choices, boolean isSmallest) {

  public Repair {
    choices = choices.stream().map(List::copyOf).toList();
  }
}
