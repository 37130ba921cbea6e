package org.proffer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  private static final int MOST = 130;
  private static final List<byte[]> ENTRIES =
      IntStream.range(0, MOST)
          .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
          .toList();

  private final MerkleTree tree = tree(ENTRIES);

  static MerkleTree tree(List<byte[]> entries) {
    MerkleTree tree = new MerkleTree();
    entries.forEach(entry -> tree.append(TreeHash.ofLeaf(entry)));
    return tree;
  }

  private static List<TreeHash> hashes(List<byte[]> bytes) {
    return bytes.stream().map(TreeHash::of).toList();
  }

  @Test
  void theRootOfNothingIsTheHashOfNothing() {
    assertThat(HexFormat.of().formatHex(new MerkleTree().root(0).bytes()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Frontier.EMPTY.root()).isEqualTo(TreeHash.EMPTY);
  }

  @Test
  void theHashOfAnEmptyEntryIsNotTheHashOfNothing() {
    assertThat(HexFormat.of().formatHex(TreeHash.ofLeaf(new byte[0]).bytes()))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  }

  @Test
  void everyRootIsTheOneOfTheDefinition() {
    Frontier frontier = Frontier.EMPTY;
    for (int size = 0; size <= MOST; size++) {
      TreeHash expected = TreeHash.of(NaiveTree.root(ENTRIES.subList(0, size)));
      assertThat(tree.root(size)).as("tree of %s", size).isEqualTo(expected);
      assertThat(frontier.root()).as("frontier of %s", size).isEqualTo(expected);
      if (size < MOST) {
        frontier = frontier.append(TreeHash.ofLeaf(ENTRIES.get(size)));
      }
    }
  }

  @Test
  void everyInclusionProofIsTheOneOfTheDefinitionAndIsAccepted() {
    for (int size = 1; size <= MOST; size++) {
      TreeHash root = tree.root(size);
      for (int index = 0; index < size; index++) {
        List<TreeHash> proof = tree.inclusion(index, size);
        assertThat(proof).isEqualTo(hashes(NaiveTree.path(index, ENTRIES.subList(0, size))));
        assertThat(Proofs.included(TreeHash.ofLeaf(ENTRIES.get(index)), index, size, proof, root))
            .as("%s in %s", index, size)
            .isTrue();
      }
    }
  }

  @Test
  void everyConsistencyProofIsTheOneOfTheDefinitionAndIsAccepted() {
    for (int second = 1; second <= MOST; second++) {
      for (int first = 0; first <= second; first++) {
        List<TreeHash> proof = tree.consistency(first, second);
        if (first > 0) {
          assertThat(proof).isEqualTo(hashes(NaiveTree.proof(first, ENTRIES.subList(0, second))));
        }
        assertThat(Proofs.continued(first, tree.root(first), second, tree.root(second), proof))
            .as("%s to %s", first, second)
            .isTrue();
      }
    }
  }

  @Test
  void aTreeProvesNothingOfWhatItDoesNotHold() {
    assertThatThrownBy(() -> tree.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.inclusion(-1, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.consistency(3, MOST + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.root(MOST + 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFrontierOfTheWrongShapeIsRefused() {
    assertThatThrownBy(() -> new Frontier(3, List.of(TreeHash.EMPTY)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
