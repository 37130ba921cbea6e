package org.proffer.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree with all its leaves, from which proofs are made (RFC 9162, 2.1.3.1 and 2.1.4.1). Holds the
 * roots of all complete subtrees: about 64 bytes a leaf. Not safe for several threads.
 */
public final class MerkleTree {
  private final List<Hashes> levels = new ArrayList<>(List.of(new Hashes()));

  /** Number of leaves. */
  public int size() {
    return levels.get(0).size();
  }

  /** Adds a leaf at the end. */
  public void append(TreeHash leaf) {
    TreeHash subtree = leaf;
    for (int level = 0; ; level++) {
      if (level == levels.size()) {
        levels.add(new Hashes());
      }
      Hashes row = levels.get(level);
      row.add(subtree);
      if (row.size() % 2 == 1) {
        return;
      }
      subtree = TreeHash.ofNode(row.get(row.size() - 2), subtree);
    }
  }

  /**
   * The root that the tree had when it held so many leaves.
   *
   * @throws IllegalArgumentException if it never held so many
   */
  public TreeHash root(int size) {
    require(size >= 0 && size <= size());
    return size == 0 ? TreeHash.EMPTY : subtree(0, size);
  }

  /**
   * The proof that a leaf is in the tree of a size, from the leaf upwards.
   *
   * @throws IllegalArgumentException unless {@code 0 <= index < size <= size()}
   */
  public List<TreeHash> inclusion(int index, int size) {
    require(0 <= index && index < size && size <= size());
    List<TreeHash> proof = new ArrayList<>();
    path(index, 0, size, proof);
    return proof;
  }

  /**
   * The proof that the tree of the second size begins with the tree of the first.
   *
   * @return empty if the sizes are equal or the first is nothing
   * @throws IllegalArgumentException unless {@code 0 <= first <= second <= size()}
   */
  public List<TreeHash> consistency(int first, int second) {
    require(0 <= first && first <= second && second <= size());
    List<TreeHash> proof = new ArrayList<>();
    if (first > 0 && first < second) {
      continuation(first, 0, second, true, proof);
    }
    return proof;
  }

  private void path(int index, int from, int to, List<TreeHash> proof) {
    if (to - from == 1) {
      return;
    }
    int middle = from + split(to - from);
    if (index < middle) {
      path(index, from, middle, proof);
      proof.add(subtree(middle, to));
    } else {
      path(index, middle, to, proof);
      proof.add(subtree(from, middle));
    }
  }

  /** SUBPROOF of RFC 9162, 2.1.4.1; {@code known}: the verifier holds the root of this subtree. */
  private void continuation(int first, int from, int to, boolean known, List<TreeHash> proof) {
    if (first == to) {
      if (!known) {
        proof.add(subtree(from, to));
      }
      return;
    }
    int middle = from + split(to - from);
    if (first <= middle) {
      continuation(first, from, middle, known, proof);
      proof.add(subtree(middle, to));
    } else {
      continuation(first, middle, to, false, proof);
      proof.add(subtree(from, middle));
    }
  }

  private TreeHash subtree(int from, int to) {
    int leaves = to - from;
    if (Integer.bitCount(leaves) == 1) {
      int level = Integer.numberOfTrailingZeros(leaves);
      return levels.get(level).get(from >> level);
    }
    int middle = from + split(leaves);
    return TreeHash.ofNode(subtree(from, middle), subtree(middle, to));
  }

  /** The largest power of two smaller than the number of leaves. */
  private static int split(int leaves) {
    return Integer.highestOneBit(leaves - 1);
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("The tree has no such part");
    }
  }

  /** Hashes one after the other. */
  private static final class Hashes {
    private byte[] bytes = new byte[TreeHash.LENGTH * 4];
    private int size;

    int size() {
      return size;
    }

    void add(TreeHash hash) {
      int at = size * TreeHash.LENGTH;
      if (at == bytes.length) {
        bytes = java.util.Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
      }
      System.arraycopy(hash.bytes(), 0, bytes, at, TreeHash.LENGTH);
      size++;
    }

    TreeHash get(int index) {
      int at = index * TreeHash.LENGTH;
      return TreeHash.of(java.util.Arrays.copyOfRange(bytes, at, at + TreeHash.LENGTH));
    }
  }
}
