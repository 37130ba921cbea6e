package org.proffer.ledger;

import java.util.List;

/**
 * Checks proofs of somebody who may lie (RFC 9162, 2.1.3.2 and 2.1.4.2): every number and every
 * hash of the proof is used, none is left over.
 */
public final class Proofs {
  private Proofs() {}

  /**
   * Whether the proof shows that the leaf stands at the index in the tree of that size and root.
   *
   * @param leaf hash of the entry, made by the one who checks
   * @param index of the leaf, from 0
   */
  public static boolean included(
      TreeHash leaf, long index, long size, List<TreeHash> proof, TreeHash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long at = index;
    long last = size - 1;
    TreeHash reached = leaf;
    for (TreeHash sibling : proof) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        reached = TreeHash.ofNode(sibling, reached);
        while ((at & 1) == 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        reached = TreeHash.ofNode(reached, sibling);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && reached.equals(root);
  }

  /**
   * Whether the second tree begins with the whole first tree: every tree begins with the empty one,
   * which needs no proof and has one root only; of the others the proof shows it.
   */
  public static boolean continued(
      long firstSize,
      TreeHash firstRoot,
      long secondSize,
      TreeHash secondRoot,
      List<TreeHash> proof) {
    return (firstSize == 0 && secondSize > 0)
        ? proof.isEmpty() && firstRoot.equals(TreeHash.EMPTY)
        : consistent(firstSize, firstRoot, secondSize, secondRoot, proof);
  }

  /**
   * Whether the proof shows that the second tree begins with the whole first tree. Of the empty
   * tree there is nothing to show but that it is the empty one.
   */
  public static boolean consistent(
      long firstSize,
      TreeHash firstRoot,
      long secondSize,
      TreeHash secondRoot,
      List<TreeHash> proof) {
    if (firstSize < 0 || firstSize > secondSize) {
      return false;
    }
    if (firstSize == secondSize) {
      return proof.isEmpty()
          && firstRoot.equals(secondRoot)
          && (firstSize > 0 || firstRoot.equals(TreeHash.EMPTY));
    }
    if (firstSize == 0) {
      return false;
    }
    boolean complete = Long.bitCount(firstSize) == 1;
    if (!complete && proof.isEmpty()) {
      return false;
    }
    return climb(
        firstSize,
        firstRoot,
        secondSize,
        secondRoot,
        complete ? firstRoot : proof.get(0),
        complete ? proof : proof.subList(1, proof.size()));
  }

  private static boolean climb(
      long firstSize,
      TreeHash firstRoot,
      long secondSize,
      TreeHash secondRoot,
      TreeHash common,
      List<TreeHash> proof) {
    int skipped = Long.numberOfTrailingZeros(firstSize);
    long at = (firstSize - 1) >> skipped;
    long last = (secondSize - 1) >> skipped;
    TreeHash first = common;
    TreeHash second = common;
    for (TreeHash sibling : proof) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        first = TreeHash.ofNode(sibling, first);
        second = TreeHash.ofNode(sibling, second);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        second = TreeHash.ofNode(second, sibling);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && first.equals(firstRoot) && second.equals(secondRoot);
  }
}
