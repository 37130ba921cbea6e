package org.proffer.ledger;

import java.util.List;

/**
 * Checks proofs about a stretch of a log, of somebody who may lie: that an entry is in the stretch,
 * and that a log has the stretch (draft-ietf-plants-merkle-tree-certs, 4.3 and 4.4). A stretch is a
 * subtree if it begins at a multiple of the smallest power of two that is not smaller than it.
 */
public final class Subtrees {
  private Subtrees() {}

  /** Whether the places from start, included, to end, not included, are a subtree. */
  public static boolean isSubtree(long start, long end) {
    if (start < 0 || end <= start) {
      return false;
    }
    long size = end - start;
    long whole = Long.highestOneBit(size) == size ? size : Long.highestOneBit(size) << 1;
    return whole > 0 && start % whole == 0;
  }

  /**
   * Whether the proof shows that the leaf stands at a place of a log, in a subtree of that root.
   *
   * @param leaf hash of the entry, made by the one who checks
   * @param place in the log, from 0
   */
  public static boolean included(
      TreeHash leaf, long place, long start, long end, List<TreeHash> proof, TreeHash root) {
    return isSubtree(start, end)
        && place >= start
        && Proofs.included(leaf, place - start, end - start, proof, root);
  }

  /** Whether the proof shows that the log of a size and root has the subtree of that root. */
  public static boolean consistent(
      long start, long end, TreeHash subtree, long size, TreeHash root, List<TreeHash> proof) {
    if (!isSubtree(start, end) || end > size) {
      return false;
    }
    long first = start;
    long last = end - 1;
    long end1 = size - 1;
    boolean toTheEnd = last == end1;
    while (first != last && (toTheEnd || (last & 1) == 1)) {
      first >>= 1;
      last >>= 1;
      end1 >>= 1;
    }
    boolean known = first == last;
    if (!known && proof.isEmpty()) {
      return false;
    }
    TreeHash ofSubtree = known ? subtree : proof.get(0);
    TreeHash ofLog = ofSubtree;
    for (TreeHash sibling : known ? proof : proof.subList(1, proof.size())) {
      if (end1 == 0) {
        return false;
      }
      if ((last & 1) == 1 || last == end1) {
        if (first < last) {
          ofSubtree = TreeHash.ofNode(sibling, ofSubtree);
        }
        ofLog = TreeHash.ofNode(sibling, ofLog);
        while ((last & 1) == 0 && last != 0) {
          first >>= 1;
          last >>= 1;
          end1 >>= 1;
        }
      } else {
        ofLog = TreeHash.ofNode(ofLog, sibling);
      }
      first >>= 1;
      last >>= 1;
      end1 >>= 1;
    }
    return end1 == 0 && ofSubtree.equals(subtree) && ofLog.equals(root);
  }
}
