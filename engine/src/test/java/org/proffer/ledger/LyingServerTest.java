package org.proffer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A server that wants a false history believed: nothing it says is accepted. */
class LyingServerTest {
  private static final int MOST = 40;
  private static final TreeHash JUNK = TreeHash.ofLeaf("junk".getBytes(StandardCharsets.UTF_8));

  private final MerkleTree honest = MerkleTreeTest.tree(entries("entry "));
  private final MerkleTree forged = MerkleTreeTest.tree(entries("forged "));

  private static List<byte[]> entries(String word) {
    return IntStream.range(0, MOST)
        .mapToObj(i -> (word + i).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static TreeHash leaf(int index) {
    return TreeHash.ofLeaf(("entry " + index).getBytes(StandardCharsets.UTF_8));
  }

  /** Every proof made from one by changing, leaving out, adding, repeating or swapping hashes. */
  private static void mutate(
      List<TreeHash> proof, TreeHash root, BiConsumer<String, List<TreeHash>> check) {
    for (int at = 0; at < proof.size(); at++) {
      for (int bit : new int[] {0, 4, 133, 255}) {
        byte[] bytes = proof.get(at).bytes();
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        List<TreeHash> changed = new ArrayList<>(proof);
        changed.set(at, TreeHash.of(bytes));
        check.accept("bit " + bit + " of " + at, changed);
      }
      List<TreeHash> shorter = new ArrayList<>(proof);
      shorter.remove(at);
      check.accept("without " + at, shorter);
      List<TreeHash> repeated = new ArrayList<>(proof);
      repeated.add(at, proof.get(at));
      check.accept("twice " + at, repeated);
      if (at > 0) {
        List<TreeHash> swapped = new ArrayList<>(proof);
        swapped.set(at, proof.get(at - 1));
        swapped.set(at - 1, proof.get(at));
        check.accept("swapped " + at, swapped);
      }
    }
    for (TreeHash more : List.of(JUNK, root, TreeHash.EMPTY)) {
      for (int at = 0; at <= proof.size(); at++) {
        List<TreeHash> longer = new ArrayList<>(proof);
        longer.add(at, more);
        check.accept("more at " + at, longer);
      }
    }
    if (!proof.isEmpty()) {
      check.accept("nothing", List.of());
    }
  }

  @Test
  void noMutatedInclusionProofIsAccepted() {
    for (int size = 1; size <= MOST; size++) {
      for (int index = 0; index < size; index++) {
        int last = size;
        int at = index;
        TreeHash root = honest.root(size);
        mutate(
            honest.inclusion(index, size),
            root,
            (how, proof) ->
                assertThat(Proofs.included(leaf(at), at, last, proof, root))
                    .as("%s in %s, %s", at, last, how)
                    .isFalse());
      }
    }
  }

  @Test
  void anInclusionProofIsGoodForItsLeafAndPlaceOnly() {
    for (int size = 1; size <= MOST; size++) {
      TreeHash root = honest.root(size);
      for (int index = 0; index < size; index++) {
        List<TreeHash> proof = honest.inclusion(index, size);
        for (int other = -1; other <= MOST; other++) {
          if (other != index) {
            assertThat(Proofs.included(leaf(index), other, size, proof, root)).isFalse();
            assertThat(Proofs.included(leaf(other), index, size, proof, root)).isFalse();
          }
        }
        assertThat(Proofs.included(leaf(index), index, 0, proof, root)).isFalse();
        assertThat(Proofs.included(JUNK, index, size, proof, root)).isFalse();
        assertThat(Proofs.included(leaf(index), index, size, proof, forged.root(size))).isFalse();
        assertThat(Proofs.included(leaf(index), index, Long.MAX_VALUE, proof, root)).isFalse();
        assertThat(Proofs.included(leaf(index), Long.MIN_VALUE, size, proof, root)).isFalse();
      }
    }
  }

  @Test
  void noMutatedConsistencyProofIsAccepted() {
    for (int second = 1; second <= MOST; second++) {
      for (int first = 0; first <= second; first++) {
        int from = first;
        int to = second;
        TreeHash older = honest.root(first);
        TreeHash newer = honest.root(second);
        mutate(
            honest.consistency(first, second),
            newer,
            (how, proof) ->
                assertThat(Proofs.continued(from, older, to, newer, proof))
                    .as("%s to %s, %s", from, to, how)
                    .isFalse());
      }
    }
  }

  @Test
  void aConsistencyProofIsGoodForItsTwoTreesOnly() {
    for (int second = 1; second <= MOST; second++) {
      TreeHash newer = honest.root(second);
      for (int first = 1; first <= second; first++) {
        TreeHash older = honest.root(first);
        List<TreeHash> proof = honest.consistency(first, second);
        for (int other = -1; other <= MOST; other++) {
          if (other != first) {
            assertThat(Proofs.consistent(other, older, second, newer, proof)).isFalse();
          }
        }
        assertThat(Proofs.consistent(first, forged.root(first), second, newer, proof)).isFalse();
        assertThat(Proofs.consistent(first, older, second, forged.root(second), proof)).isFalse();
        assertThat(Proofs.consistent(second + 1L, newer, second, newer, List.of())).isFalse();
        if (first < second) {
          assertThat(Proofs.consistent(first, newer, second, older, proof)).isFalse();
          assertThat(Proofs.consistent(second, newer, first, older, proof)).isFalse();
        }
      }
    }
  }

  /** The forger keeps the true beginning and changes one entry in the middle. */
  @Test
  void aChangedEntryIsFoundWhateverProofTheForgerMakes() {
    for (int changed = 0; changed < 20; changed++) {
      List<byte[]> entries = new ArrayList<>(entries("entry "));
      entries.set(changed, "forged".getBytes(StandardCharsets.UTF_8));
      MerkleTree other = MerkleTreeTest.tree(entries);
      for (int first = changed + 1; first <= MOST; first++) {
        for (int second = first; second <= MOST; second++) {
          for (List<TreeHash> proof :
              List.of(other.consistency(first, second), honest.consistency(first, second))) {
            assertThat(
                    Proofs.consistent(first, honest.root(first), second, other.root(second), proof))
                .as("entry %s, %s to %s", changed, first, second)
                .isFalse();
          }
        }
      }
    }
  }

  @Test
  void everythingBeginsWithNothingButNothingHasOneRootOnly() {
    assertThat(Proofs.continued(0, TreeHash.EMPTY, 7, honest.root(7), List.of())).isTrue();
    assertThat(Proofs.continued(0, JUNK, 7, honest.root(7), List.of())).isFalse();
    assertThat(Proofs.continued(0, TreeHash.EMPTY, 7, honest.root(7), List.of(JUNK))).isFalse();
    assertThat(Proofs.continued(0, JUNK, 0, JUNK, List.of())).isFalse();
  }
}
