package org.proffer.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What must be kept of a tree to append to it: its size and the roots of the complete subtrees that
 * it is made of, largest first, one for each bit that is set in the size.
 *
 * @param size number of leaves
 * @param subtrees roots of the complete subtrees, largest first
 */
public record Frontier(long size, List<TreeHash> subtrees) {
  /** The tree without leaves. */
  public static final Frontier EMPTY = new Frontier(0, List.of());

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the number of subtrees does not fit the size
   */
  public Frontier {
    subtrees = List.copyOf(subtrees);
    if (size < 0 || subtrees.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "A tree of " + size + " leaves has not " + subtrees.size() + " complete subtrees");
    }
  }

  /** The tree with one leaf more; hashes at most as often as the size has bits. */
  public Frontier append(TreeHash leaf) {
    List<TreeHash> grown = new ArrayList<>(subtrees);
    TreeHash subtree = leaf;
    for (long full = size; (full & 1) == 1; full >>= 1) {
      subtree = TreeHash.ofNode(grown.remove(grown.size() - 1), subtree);
    }
    grown.add(subtree);
    return new Frontier(size + 1, grown);
  }

  /** The root of the tree. */
  public TreeHash root() {
    if (subtrees.isEmpty()) {
      return TreeHash.EMPTY;
    }
    TreeHash root = subtrees.get(subtrees.size() - 1);
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      root = TreeHash.ofNode(subtrees.get(i), root);
    }
    return root;
  }
}
